import { editDistance, wordSimilarity } from './name-tokens.ts'
import type { WordStatistics } from './search-terms.ts'
import { isNumber } from './search-words.ts'
import type { ItemWords } from './word-relevance.ts'

/** Counts the words of items, for their rarity and for spelling; `complete` when these are all that the corpus has. */
export function wordStatistics(items: Iterable<ItemWords>, complete: boolean): WordStatistics {
  const having = new Map<string, number>()
  let count = 0
  let named = 0
  for (const { name, brand, others } of items) {
    for (const word of new Set([...name, ...brand, ...others])) having.set(word, (having.get(word) ?? 0) + 1)
    count++
    named += name.length
  }
  // Slips of the pen seldom change a word's first letter, which keeps the words to compare few.
  const byInitial = Map.groupBy(
    having.keys().filter((word) => !isNumber(word)),
    (word) => word.charAt(0),
  )
  const itemsWith = (word: string) => having.get(word) ?? 0
  return {
    items: count,
    complete,
    averageLength: named / Math.max(1, count),
    itemsWith,
    near: (word) =>
      (byInitial.get(word.charAt(0)) ?? [])
        .map((other) => ({ word: other, alike: spelledAlike(word, other) }))
        .filter(({ alike }) => alike > 0)
        .toSorted((a, b) => b.alike - a.alike || itemsWith(b.word) - itemsWith(a.word) || (a.word < b.word ? -1 : 1)),
  }
}

/** As names are compared; and of a short word a letter may have been left out ("blde"), while another letter makes another word ("desk", "disk"). */
function spelledAlike(said: string, known: string): number {
  if (said.length === 4 && known.length === 5) return editDistance(said, known) === 1 ? 0.8 : 0
  return wordSimilarity(said, known)
}
