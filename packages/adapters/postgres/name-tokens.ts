/** A word of a text as names are compared by it, and where it stands, in UTF-16 units. */
export interface NameToken {
  /** Lower case, without accents and apostrophes. */
  word: string
  start: number
  end: number
  capital: boolean
}

/** Words of a name or a question. Hyphens part words ("WH-1000XM4" is two), apostrophes do not ("Mirelda's" is one). */
export function nameTokens(text: string): NameToken[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu), (match) => ({
    word: plain(match[0]),
    start: match.index,
    end: match.index + match[0].length,
    capital: /^\p{Lu}/u.test(match[0]),
  }))
}

const plain = (word: string) =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()

/**
 * How alike two words are: 1 when equal (a possessive s aside), less for a slip of the pen, 0 for different words. First letters, short words and words with
 * digits must be equal: "pick" is not "Pico", and "XM4" is another device than "XM5".
 */
export function wordSimilarity(said: string, named: string): number {
  if (said === named || said === `${named}s`) return 1
  const shorter = Math.min(said.length, named.length)
  if (said.charAt(0) !== named.charAt(0)) return 0
  if (shorter < 5 || /\d/.test(said + named) || Math.abs(said.length - named.length) > 2) return 0
  const slips = editDistance(said, named)
  return slips <= (shorter >= 8 ? 2 : 1) ? 1 - slips / Math.max(said.length, named.length) : 0
}

/** Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment; Damerau 1964). */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let best = Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      row.push(best)
    }
    before = previous
    previous = row
  }
  return previous[b.length] ?? 0
}
