import { createCategoryGuess } from '../fields/guess-category.ts'
import { parsePrice } from '../fields/parse-price.ts'
import { productType } from '../fields/product-types.ts'
import type { Shape } from './shape.ts'
import { addressOf, attributesOf, textOf } from './values.ts'

/** Elements of which a feed of products has some. */
const telling = ['image_link', 'availability', 'condition', 'google_product_category', 'item_group_id', 'gtin', 'mpn']

/**
 * Google's feed of products (Merchant Center): the items that a shop sells, whose descriptions are nobody's reviews. The id is what feeds of reviews call the sku.
 * https://support.google.com/merchants/answer/7052112 describes the attributes.
 */
export function createGoogleProducts(): Shape {
  const guessCategory = createCategoryGuess()
  return {
    name: 'google-products',
    fits: (row) => 'id' in row && 'title' in row && 'price' in row && telling.some((key) => key in row),
    lines: (row) => {
      const name = textOf(row.title, 1000)
      const brand = textOf(row.brand, 200)
      const path = textOf(row.product_type, 1000) ?? textOf(row.google_product_category, 1000)
      const { color, size, material, pattern, gender, gtin, mpn } = row
      return [
        {
          nameless: false,
          line: {
            item: {
              id: textOf(row.id),
              name,
              brand,
              category:
                productType(name ?? '') ?? (path && guessCategory(path, `${name ?? ''} ${brand ?? ''}`)) ?? undefined,
              price: parsePrice(textOf(row.price) ?? '', null) ?? undefined,
              url: addressOf(row.link),
              image: addressOf(row.image_link),
              attributes: attributesOf({ color, size, material, pattern, gender, gtin, mpn }),
            },
          },
        },
      ]
    },
  }
}
