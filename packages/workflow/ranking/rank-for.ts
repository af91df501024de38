import type { Candidate, CategoryPrior, ItemLedger, Understanding } from '../ports/index.ts'
import { type RankedItem, rankItems } from './rank-items.ts'

/** Wishes that an order by price answers itself. */
const ofPrice = new Set(['price', 'value'])

/**
 * The candidates in the order that was asked for: by fitness as `rankItems` has it, by price where the cheapest or the dearest is asked for, or the least liked first. What a price is needs no
 * reviews, so that by price the items with too few of them stand in their places; those without a price in the currency of the order come after it.
 */
export function rankFor(
  understanding: Pick<Understanding, 'aspects' | 'priceOrder' | 'worstFirst' | 'intent'>,
  given: { candidates: Candidate[]; ledgers: ItemLedger[]; priors: CategoryPrior[] },
): { ranked: RankedItem[]; tooFew: RankedItem[] } {
  const { aspects, priceOrder, worstFirst, intent } = understanding
  if (intent !== 'recommend' || !(priceOrder || worstFirst)) return rankItems({ ...given, aspects })
  const byFit = rankItems({ ...given, aspects: aspects.filter((aspect) => !priceOrder || !ofPrice.has(aspect)) })
  if (!priceOrder) {
    // Mirrors the order of fitness: there the lower end of the interval counts, here the upper one.
    const ranked = byFit.ranked.toSorted((a, b) => a.score.upper - b.score.upper || b.reviews - a.reviews)
    return { ...byFit, ranked }
  }
  const priceOf = ({ item }: RankedItem) => (item.price?.currency === priceOrder.currency ? item.price.minor : null)
  const priced = [...byFit.ranked, ...byFit.tooFew].filter((one) => priceOf(one) !== null)
  if (priced.length === 0) return byFit
  const sign = priceOrder.first === 'lowest' ? 1 : -1
  const unpriced = byFit.ranked.filter((one) => priceOf(one) === null)
  return {
    ranked: [...priced.toSorted((a, b) => sign * ((priceOf(a) ?? 0) - (priceOf(b) ?? 0))), ...unpriced],
    tooFew: byFit.tooFew.filter((one) => priceOf(one) === null),
  }
}
