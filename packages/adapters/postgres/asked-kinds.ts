import type { SearchTerm, WordStatistics } from './search-terms.ts'

/** How much more an item with all words says of what is asked for than one with some: with half of them it says a sixteenth. */
const FIT_POWER = 4

/**
 * What kinds of things a query seems to ask for, whether it names them or not: what the items are that have its words, each by the part of them that it has. Most are "floodlights" and "lanterns" that have
 * "outdoor led lighting" in their names. Pseudo-relevance feedback (Lavrenko and Croft 2001) on head nouns alone, which stray less than all words.
 *
 * @returns by kind, 1 for the one most asked for
 */
export function askedKinds(
  terms: readonly SearchTerm[],
  { items, holders, kindOf }: Pick<WordStatistics, 'items' | 'holders' | 'kindOf'>,
): Map<string, number> {
  const asked = terms.reduce((sum, { rarity }) => sum + rarity, 0)
  const fit = new Float64Array(items)
  for (const { answers, rarity } of terms) {
    const best = new Float64Array(items)
    for (const [word, alike] of answers) for (const item of holders(word)) best[item] = Math.max(best[item] ?? 0, alike)
    best.forEach((alike, item) => {
      if (alike > 0) fit[item] = (fit[item] ?? 0) + rarity * alike
    })
  }
  const kinds = new Map<string, number>()
  fit.forEach((amount, item) => {
    const kind = amount > 0 ? kindOf(item) : undefined
    if (kind !== undefined) kinds.set(kind, (kinds.get(kind) ?? 0) + (amount / asked) ** FIT_POWER)
  })
  const most = kinds.values().reduce((a, b) => Math.max(a, b), 0)
  return new Map(kinds.entries().map(([kind, amount]) => [kind, amount / most]))
}
