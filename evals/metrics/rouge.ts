/** F1 of ROUGE-1, ROUGE-2 and ROUGE-L, each 0 to 1. */
export interface Rouge {
  one: number
  two: number
  l: number
}

/**
 * ROUGE (Lin 2004) of a summary against several references. Words are runs of letters and digits in lower case; no stemming, no stop words removed. ROUGE-1 and -2 count shared
 * word n-grams, each at most as often as it stands in both; ROUGE-L takes the longest common subsequence of the two whole texts. Each is F1 with one reference at a time, and
 * the figure is the mean over the references.
 */
export function rouge(summary: string, references: readonly string[]): Rouge {
  const words = wordsOf(summary)
  const scores = references.map((reference) => {
    const gold = wordsOf(reference)
    return [
      shared(words, gold, 1),
      shared(words, gold, 2),
      fScore(commonSubsequence(words, gold), words.length, gold.length),
    ]
  })
  const mean = (at: number) => scores.reduce((sum, score) => sum + (score[at] ?? 0), 0) / Math.max(1, scores.length)
  return { one: mean(0), two: mean(1), l: mean(2) }
}

/** The words that ROUGE counts. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function shared(left: readonly string[], right: readonly string[], size: number): number {
  const grams = (words: readonly string[]) => {
    const counts = new Map<string, number>()
    for (let at = 0; at + size <= words.length; at += 1) {
      const gram = words.slice(at, at + size).join(' ')
      counts.set(gram, (counts.get(gram) ?? 0) + 1)
    }
    return counts
  }
  const gold = grams(right)
  let hits = 0
  for (const [gram, count] of grams(left)) hits += Math.min(count, gold.get(gram) ?? 0)
  return fScore(hits, Math.max(0, left.length - size + 1), Math.max(0, right.length - size + 1))
}

const fScore = (hits: number, found: number, gold: number) => (hits > 0 ? (2 * hits) / (found + gold) : 0)

function commonSubsequence(left: readonly string[], right: readonly string[]): number {
  let row = new Uint16Array(right.length + 1)
  for (const word of left) {
    const next = new Uint16Array(right.length + 1)
    for (let at = 0; at < right.length; at += 1) {
      next[at + 1] = word === right[at] ? (row[at] ?? 0) + 1 : Math.max(next[at] ?? 0, row[at + 1] ?? 0)
    }
    row = next
  }
  return row[right.length] ?? 0
}
