/** A word of a text and where it stands, in UTF-16 units. */
export interface Word {
  /** Lower case. */
  text: string
  /** Without the endings of plurals, for comparison only. */
  stem: string
  start: number
  end: number
}

/** Plural endings off: "earbuds" and "earbud", "batteries" and "battery", "dishes" and "dish" are one. For comparison, never for show. */
export function stem(word: string): string {
  if (word.length <= 3) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ss|us|is)$/.test(word)) return word
  if (/(?:ch|sh|x|z|ss)es$/.test(word)) return word.slice(0, -2)
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** Splits a text into its words: runs of letters, digits and inner apostrophes or hyphens, in any script. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)].map((match) => {
    const word = match[0].toLowerCase().replaceAll('’', "'")
    return { text: word, stem: stem(word.replace(/'s$/, '')), start: match.index, end: match.index + match[0].length }
  })
}

/** The stems of a phrase, joined by a space, so that phrases compare whatever their number and case. */
export function phraseKey(phrase: string): string {
  return wordsOf(phrase)
    .map((word) => word.stem)
    .join(' ')
}

/** Where a phrase (as `phraseKey` gives it) stands in the words; the spans cover all its words. */
export function findPhrase(words: Word[], key: string): { start: number; end: number }[] {
  const parts = key.split(' ')
  const spans: { start: number; end: number }[] = []
  for (let i = 0; i + parts.length <= words.length; i++) {
    const first = words[i]
    const last = words[i + parts.length - 1]
    if (first && last && parts.every((part, k) => words[i + k]?.stem === part)) {
      spans.push({ start: first.start, end: last.end })
    }
  }
  return spans
}
