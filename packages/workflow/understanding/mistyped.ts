import type { CategoryWords } from '../ports/index.ts'
import { entriesOf, type ReadCategory } from './category.ts'
import { emptyWords } from './needs.ts'
import { isNeedWord } from './wishes.ts'
import type { Word } from './words.ts'

/** Shorter words have neighbours that are words of their own: "mover" and "lover". */
const SHORTEST = 6

/**
 * The categories that the words name with one slip of the pen each: "vaccum cleaner", "resturant". For texts that name none without. Words of needs are never
 * taken for slips ("movies" is no "mover").
 */
export function readMistyped(words: Word[], categories: CategoryWords[]): ReadCategory[] {
  const entries = entriesOf(categories).map((entry) => ({ ...entry, parts: entry.key.split(' ') }))
  for (const { parts, category, own } of entries.toSorted((a, b) => b.parts.length - a.parts.length)) {
    for (let at = 0; at + parts.length <= words.length; at++) {
      const window = words.slice(at, at + parts.length)
      const [first, last] = [window[0], window.at(-1)]
      if (first && last && window.every((word, index) => isSlipOf(word, parts[index] ?? '')))
        return [{ category, own, start: first.start, end: last.end }]
    }
  }
  return []
}

const isSlipOf = (word: Word, meant: string): boolean =>
  word.stem === meant ||
  (meant.length >= SHORTEST && !emptyWords.has(word.text) && !isNeedWord(word) && isOneSlip(word.stem, meant))

/** Whether one letter more, one less, one other, or two in the wrong order make one word of the other. */
function isOneSlip(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let same = 0
  while (same < short.length && long[same] === short[same]) same++
  const [restLong, restShort] = [long.slice(same), short.slice(same)]
  if (long.length > short.length) return restLong.slice(1) === restShort
  const swapped = restLong.slice(0, 2) === `${restShort[1]}${restShort[0]}` && restLong.slice(2) === restShort.slice(2)
  return swapped || restLong.slice(1) === restShort.slice(1)
}
