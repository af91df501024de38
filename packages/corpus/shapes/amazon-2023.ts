import { createCategoryGuess } from '../fields/guess-category.ts'
import { parsePrice } from '../fields/parse-price.ts'
import { productType } from '../fields/product-types.ts'
import { reviewFields } from './review-fields.ts'
import type { Shape } from './shape.ts'
import { addressOf, attributesOf, isRecord, textOf, textsOf, votesOf, wholeText } from './values.ts'

/**
 * Amazon Reviews of 2023: reviews, and the metadata of items; an item is the parent of its variants, since that is what the metadata describes.
 * https://amazon-reviews-2023.github.io describes the fields.
 */
export function createAmazon2023(): Shape {
  const guessCategory = createCategoryGuess()
  return {
    name: 'amazon-2023',
    fits: (row) => 'parent_asin' in row && ('user_id' in row || ('title' in row && !('text' in row))),
    lines: (row) => [{ ...('user_id' in row ? review(row) : item(row, guessCategory)) }],
  }
}

function review(row: Record<string, unknown>) {
  const id = textOf(row.parent_asin) ?? textOf(row.asin)
  return {
    nameless: true,
    line: {
      source: 'amazon',
      item: { id, name: id },
      review: reviewFields({
        text: wholeText(row.text),
        title: textOf(row.title, 2000),
        rating: row.rating,
        writtenAt: row.timestamp ?? row.sort_timestamp,
        author: textOf(row.user_id, 300),
        verified: row.verified_purchase,
        helpfulVotes: votesOf(row.helpful_vote),
      }),
    },
  }
}

function item(row: Record<string, unknown>, guessCategory: ReturnType<typeof createCategoryGuess>) {
  const id = textOf(row.parent_asin)
  const name = textOf(row.title, 1000)
  const details = isRecord(row.details) ? row.details : {}
  const brand = textOf(details.Brand, 200) ?? textOf(row.store, 200)
  return {
    nameless: name === undefined,
    line: {
      source: 'amazon',
      item: {
        id,
        name: name ?? [brand, id].filter(Boolean).join(' '),
        brand,
        category:
          guessCategory(textsOf(row.categories), `${name ?? ''} ${brand ?? ''}`) ??
          productType(name ?? '') ??
          textOf(row.main_category, 200),
        price: parsePrice(textOf(row.price) ?? '', 'USD') ?? undefined,
        image: addressOf(row.images),
        attributes: attributesOf(details),
      },
    },
  }
}
