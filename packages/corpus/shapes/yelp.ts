import { reviewFields } from './review-fields.ts'
import type { Shape } from './shape.ts'
import { attributesOf, textOf, votesOf, wholeText } from './values.ts'

/** Of a business' categories the first of these is what people look for; the finer ones stay to be found by. */
const broad = [
  'restaurants',
  'hotels',
  'bars',
  'coffee & tea',
  'beauty & spas',
  'automotive',
  'home services',
  'shopping',
]

/** Yelp Open Dataset: review.json, tip.json and business.json. https://business.yelp.com/data/resources/open-dataset/ describes the fields. */
export const yelp: Shape = {
  name: 'yelp',
  fits: (row) =>
    'business_id' in row &&
    (('user_id' in row && 'text' in row) || ('name' in row && ('city' in row || 'categories' in row))),
  lines: (row) => [{ ...('user_id' in row ? review(row) : business(row)) }],
}

function review(row: Record<string, unknown>) {
  const id = textOf(row.business_id)
  return {
    nameless: true,
    line: {
      source: 'yelp',
      item: { id, name: id, kind: 'place' },
      review: reviewFields({
        id: textOf(row.review_id),
        text: wholeText(row.text),
        rating: row.stars,
        writtenAt: row.date,
        author: textOf(row.user_id, 300),
        helpfulVotes: votesOf(row.useful ?? row.compliment_count),
      }),
    },
  }
}

function business(row: Record<string, unknown>) {
  const id = textOf(row.business_id)
  const name = textOf(row.name, 1000)
  const said = Array.isArray(row.categories) ? row.categories.join(', ') : textOf(row.categories, 2000)
  const categories = (said ?? '').split(/\s*,\s*/).filter((category) => category !== '')
  const category = broad.find((one) => categories.some((each) => each.toLowerCase() === one)) ?? categories[0]
  const { city, state, address } = row
  return {
    nameless: name === undefined,
    line: {
      source: 'yelp',
      item: {
        id,
        name: name ?? id,
        kind: 'place',
        category,
        attributes: {
          ...attributesOf({ city, state, address, categories: categories.join(', ').slice(0, 200) }),
          ...attributesOf(row.attributes),
        },
      },
    },
  }
}
