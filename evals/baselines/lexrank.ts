import { wordsOf } from '../metrics/rouge.ts'

/** A walker follows the edges, and jumps anywhere with the rest. */
const DAMPING = 0.85

/**
 * LexRank (Erkan and Radev 2004): sentences in the order of their standing in the graph of their similarities (cosine of tf-idf, idf over the sentences; the continuous
 * form, without a threshold; PageRank by power iteration). Gives indices, best first; ties in the order of the text.
 */
export function lexRank(sentences: readonly string[]): number[] {
  const n = sentences.length
  const counts = sentences.map((sentence) => {
    const count = new Map<string, number>()
    for (const word of wordsOf(sentence)) count.set(word, (count.get(word) ?? 0) + 1)
    return count
  })
  const having = new Map<string, number>()
  for (const count of counts) for (const word of count.keys()) having.set(word, (having.get(word) ?? 0) + 1)
  const vectors = counts.map((count) => {
    const vector = new Map([...count].map(([word, times]) => [word, times * Math.log(n / (having.get(word) ?? 1))]))
    const length = Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0)) || 1
    return new Map([...vector].map(([word, value]) => [word, value / length]))
  })
  const edges = vectors.map((vector, at) => vectors.map((other, to) => (to === at ? 0 : cosine(vector, other))))
  const outward = edges.map((row) => row.reduce((sum, value) => sum + value, 0) || 1)
  let standing = Array.from({ length: n }, () => 1 / n)
  for (let round = 0; round < 50; round += 1) {
    const next = Array.from({ length: n }, () => (1 - DAMPING) / n)
    edges.forEach((row, from) => {
      const share = (DAMPING * (standing[from] ?? 0)) / (outward[from] ?? 1)
      row.forEach((value, at) => {
        next[at] = (next[at] ?? 0) + share * value
      })
    })
    standing = next
  }
  return standing.map((_, at) => at).sort((a, b) => (standing[b] ?? 0) - (standing[a] ?? 0) || a - b)
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [word, value] of small) sum += value * (large.get(word) ?? 0)
  return sum
}
