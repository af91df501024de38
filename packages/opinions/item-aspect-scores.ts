import { aspectScore, fitAspectPrior, type ItemMentions } from './aspect-prior.ts'

/**
 * Scores one aspect of all items of a category, each 0 to 1: the share of praise, drawn towards the share that is usual for items of such a tone. People who like a thing
 * praise all of it, and few speak of any one aspect, so an item's tone says what its few mentions cannot. The method is told at `fitAspectPrior`. Items in any
 * order give the same scores, up to rounding; no item gives an empty list.
 */
export function itemAspectScores(items: readonly ItemMentions[]): number[] {
  const prior = fitAspectPrior(items)
  return items.map((item) => aspectScore(item, prior))
}
