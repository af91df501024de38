import { wordsOf } from '../metrics/rouge.ts'

/** Usual values (Robertson and Zaragoza 2009): how soon a repeated word stops counting, and how much longer documents are made to pay. */
const K1 = 1.2
const B = 0.75

/**
 * BM25 over documents by name, words in lower case without a stemmer beyond a plural "s": what a plain search would do. Gives the names of all documents, best first; ties by
 * name.
 */
export function createBm25(documents: ReadonlyMap<string, string>): (query: string) => string[] {
  const entries = [...documents].map(([name, text]) => {
    const counts = new Map<string, number>()
    const words = stemsOf(text)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    return { name, counts, length: words.length }
  })
  const average = entries.reduce((sum, { length }) => sum + length, 0) / Math.max(1, entries.length)
  const having = new Map<string, number>()
  for (const { counts } of entries) for (const word of counts.keys()) having.set(word, (having.get(word) ?? 0) + 1)
  return (query) => {
    const words = stemsOf(query)
    const scored = entries.map(({ name, counts, length }) => {
      let score = 0
      for (const word of words) {
        const count = counts.get(word) ?? 0
        const documentsWith = having.get(word) ?? 0
        const rarity = Math.log(1 + (entries.length - documentsWith + 0.5) / (documentsWith + 0.5))
        score += (rarity * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / average))
      }
      return { name, score }
    })
    return scored.toSorted((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1)).map(({ name }) => name)
  }
}

const stemsOf = (text: string) => wordsOf(text).map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, '') : word))
