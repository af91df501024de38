import type { RankedItem } from './rank-items.ts'

/** Judged items by their score and, twice over, by how well they fit the words: the score decides between those that fit alike, and makes no curtain a shower head. */
export function byFitAndWords(judged: readonly RankedItem[]): RankedItem[] {
  const best = judged.reduce((most, { item }) => Math.max(most, item.relevance), 0)
  if (best === 0) return [...judged]
  return judged
    .map((item) => ({ ...item, fit: item.fit * (item.item.relevance / best) ** 2 }))
    .toSorted((a, b) => b.fit - a.fit)
}

/** Those that fit, then the rest; judged items first in both, the others by how well their own words fit. */
export function fittingFirst(
  judged: readonly RankedItem[],
  tooFew: readonly RankedItem[],
  fits: (item: RankedItem) => boolean,
): RankedItem[] {
  const others = tooFew.toSorted((a, b) => b.item.relevance - a.item.relevance)
  const rest = (item: RankedItem) => !fits(item)
  return [...judged.filter(fits), ...others.filter(fits), ...judged.filter(rest), ...others.filter(rest)]
}
