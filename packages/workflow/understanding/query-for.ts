import type { ItemQuery, Understanding } from '../ports/index.ts'

/** Most candidates that are weighed; the best of a category by reviews stand among the first sixty whatever is asked. */
const CANDIDATES = 60

/** The search that an understanding asks for. Items named are looked up as they are; limits on price and brand do not hide what was asked for by name. */
export function queryFor(understanding: Understanding): ItemQuery {
  const { category, kind, budget, brandsIn, brandsOut, itemsOut, aspects, minRating, items, priceOrder } = understanding
  if (items.length > 0) {
    return {
      text: '',
      itemIds: items.map(({ itemId }) => itemId),
      brandsIn: [],
      brandsOut: [],
      itemsOut: [],
      aspects,
      limit: items.length,
    }
  }
  return {
    text: understanding.text,
    category,
    kind,
    budget,
    brandsIn,
    brandsOut,
    itemsOut,
    aspects,
    minRating,
    priceOrder,
    limit: CANDIDATES,
  }
}
