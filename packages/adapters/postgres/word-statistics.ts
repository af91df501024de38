import { editDistance, wordSimilarity } from './name-tokens.ts'
import type { WordStatistics } from './search-terms.ts'
import { isNumber } from './search-words.ts'
import type { ItemWords } from './word-relevance.ts'

/** Share of the names with a word that must end in it before it is taken for what a thing is, and names that more are asked of a rare word: "white" ends few of its names, "bulb" nearly all. */
const OFTEN_HEAD = 0.1
const RARE = 5

/** Counts the words of items, for their rarity and for spelling; `complete` when these are all that the corpus has. */
export function wordStatistics(items: Iterable<ItemWords>, complete: boolean): WordStatistics {
  const having = new Map<string, number[]>()
  const names = new Map<string, { with: number; headed: number }>()
  const heads: (readonly string[])[] = []
  let named = 0
  for (const { name, heads: ofName, brand, others } of items) {
    for (const word of new Set([...name, ...brand, ...others])) {
      const holders = having.get(word)
      if (holders) holders.push(heads.length)
      else having.set(word, [heads.length])
    }
    for (const word of new Set(name)) {
      const seen = names.get(word) ?? { with: 0, headed: 0 }
      names.set(word, seen)
      seen.with++
      if (word === ofName[0]) seen.headed++
    }
    heads.push(ofName)
    named += name.length
  }
  const kindAmong = (candidates: readonly string[]) =>
    candidates.find((word) => {
      const seen = names.get(word) ?? { with: 0, headed: 0 }
      return seen.headed >= OFTEN_HEAD * (seen.with + RARE)
    }) ?? candidates[0]
  const kinds = heads.map(kindAmong)
  // Slips of the pen seldom change a word's first letter, which keeps the words to compare few.
  const byInitial = Map.groupBy(
    having.keys().filter((word) => !isNumber(word)),
    (word) => word.charAt(0),
  )
  const holders = (word: string) => having.get(word) ?? []
  const itemsWith = (word: string) => holders(word).length
  return {
    items: heads.length,
    complete,
    averageLength: named / Math.max(1, heads.length),
    itemsWith,
    holders,
    kindOf: (item) => kinds[item],
    kindAmong,
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
