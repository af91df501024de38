import { productType } from '../fields/product-types.ts'
import { reviewFields } from './review-fields.ts'
import type { Shape } from './shape.ts'
import { addressOf, isRecord, textOf, textsOf, wholeText } from './values.ts'

/** Google's feed of product reviews, a review a row. https://developers.google.com/product-review-feeds/schema describes the elements. */
export const googleReviews: Shape = {
  name: 'google-reviews',
  fits: (row) => isRecord(row.products) && ('content' in row || isRecord(row.ratings) || 'review_timestamp' in row),
  lines: (row) => {
    if (textOf(row.is_spam) === 'true') return [{ reason: 'marked as spam by its source' }]
    const product = first(part(row, 'products').product)
    const ids = part(product, 'product_ids')
    const id = ['skus.sku', 'gtins.gtin', 'mpns.mpn', 'asins.asin'].flatMap((path) => within(ids, path) ?? [])[0]
    const name = own(product.product_name, 1000)
    // A feed must tell a product's page, and nothing else of it.
    const url = addressOf(own(product.product_url, 5000))
    const overall = part(part(row, 'ratings'), 'overall')
    const written = part(row, 'reviewer').name
    return [
      {
        nameless: name === undefined,
        line: {
          source: textOf(row['publisher.name'], 200),
          item: {
            id: id ?? url,
            name: name ?? pageName(url) ?? id,
            brand: within(ids, 'brands.brand'),
            category: productType(name ?? '') ?? undefined,
            url,
          },
          review: reviewFields({
            id: own(row.review_id),
            text: textWithSides(row),
            title: own(row.title, 2000),
            rating: own(overall) ?? own(part(row, 'ratings').overall),
            best: overall.max,
            worst: overall.min,
            writtenAt: own(row.review_timestamp),
            // Those who wish to stay unnamed are many people, not one.
            author:
              isRecord(written) && written.is_anonymous === 'true'
                ? own(part(row, 'reviewer').reviewer_id, 300)
                : own(written, 300),
            verified: own(row.is_verified_purchase),
            url: addressOf(own(row.review_url, 5000)),
          }),
        },
      },
    ]
  },
}

/** What a page is called in its address: "…/p/orrin-kettle.html?ref=1" → "orrin kettle". */
function pageName(url: string | undefined): string | undefined {
  const last = URL.parse(url ?? '')
    ?.pathname.split('/')
    .findLast((part) => part !== '')
  return textOf(last?.replace(/\.\w{2,5}$/, '').replace(/[-_+]+|%20/g, ' '), 1000) ?? url
}

/** The text, or what stands for and against in its place. */
function textWithSides(row: Record<string, unknown>): string {
  const content = wholeText(isRecord(row.content) ? row.content['#text'] : row.content)
  if (content !== '') return content
  return [...textsOf(part(row, 'pros').pro), ...textsOf(part(row, 'cons').con)].join('\n')
}

const part = (value: Record<string, unknown>, name: string): Record<string, unknown> => first(value[name])

function first(value: unknown): Record<string, unknown> {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return isRecord(one) ? one : {}
}

/** The text of an element that may have attributes beside it. */
const own = (value: unknown, longest?: number) => textOf(isRecord(value) ? value['#text'] : value, longest)

function within(value: Record<string, unknown>, path: string): string | undefined {
  const [group = '', name = ''] = path.split('.')
  return textOf(part(value, group)[name])
}
