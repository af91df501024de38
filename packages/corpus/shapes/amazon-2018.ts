import { createCategoryGuess } from '../fields/guess-category.ts'
import { parsePrice } from '../fields/parse-price.ts'
import { productType } from '../fields/product-types.ts'
import { reviewFields } from './review-fields.ts'
import type { Shape } from './shape.ts'
import { addressOf, attributesOf, textOf, textsOf, votesOf, wholeText } from './values.ts'

/** What the shop calls those who have not chosen a name: many people, not one. */
const unnamed = /^(?:an? )?(?:amazon|kindle|prime|anonymous)(?: customer)?$/i

/**
 * Amazon Review Data of 2018 (and 2014): reviews, and the metadata of items.
 * https://cseweb.ucsd.edu/~jmcauley/datasets/amazon_v2/ describes the fields.
 */
export function createAmazon2018(): Shape {
  const guessCategory = createCategoryGuess()
  return {
    name: 'amazon-2018',
    fits: (row) => 'asin' in row && !('parent_asin' in row) && ('reviewerID' in row || ('title' in row && isItem(row))),
    lines: (row) => [{ ...('reviewerID' in row ? review(row) : item(row, guessCategory)) }],
  }
}

/** Others have titles beside an "asin" too: of reviews, or of books that have an id of their own. */
const isItem = (row: Record<string, unknown>) =>
  !Object.keys(row).some((key) => /_id$|^(?:rating|stars|text|body|content|comment|author|user)$|review/i.test(key))

function review(row: Record<string, unknown>) {
  const name = textOf(row.reviewerName, 300)
  return {
    nameless: true,
    line: {
      source: 'amazon',
      item: { id: textOf(row.asin), name: textOf(row.asin) },
      review: reviewFields({
        text: wholeText(row.reviewText),
        title: textOf(row.summary, 2000),
        rating: row.overall,
        writtenAt: row.unixReviewTime ?? row.reviewTime,
        author: name === undefined || unnamed.test(name) ? (textOf(row.reviewerID) ?? name) : name,
        verified: row.verified,
        helpfulVotes: votesOf(row.vote ?? row.helpful),
      }),
    },
  }
}

function item(row: Record<string, unknown>, guessCategory: ReturnType<typeof createCategoryGuess>) {
  const name = textOf(row.title, 1000)
  const brand = textOf(row.brand, 200)
  // The metadata of 2014 has a list of paths.
  const path = textsOf(
    Array.isArray(row.categories) && Array.isArray(row.categories[0]) ? row.categories[0] : row.category,
  )
  return {
    nameless: name === undefined,
    line: {
      source: 'amazon',
      item: {
        id: textOf(row.asin),
        name: name ?? [brand, textOf(row.asin)].filter(Boolean).join(' '),
        brand,
        category:
          guessCategory(path, `${name ?? ''} ${brand ?? ''}`) ?? productType(name ?? '') ?? textOf(row.main_cat, 200),
        price: parsePrice(textOf(row.price) ?? '', 'USD') ?? undefined,
        image: addressOf(row.imageURLHighRes) ?? addressOf(row.imageURL) ?? addressOf(row.imUrl),
        attributes: attributesOf(row.details),
      },
    },
  }
}
