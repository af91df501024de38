import type { TurnMemory } from '../ports/index.ts'

type Shown = TurnMemory['shown'][number]

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']
const numerals = ['one', 'two', 'three', 'four', 'five', 'six']

/**
 * Items shown before that the text points at: "the second one", "number 3", "the last", "those two", "the first two", "it". The list shown last is meant;
 * where it is too short for "the third", the one before it that is long enough.
 */
export function readReferences(text: string, memory: TurnMemory[]): Shown[] {
  for (const { shown } of memory.toReversed()) {
    const found = referencesInto(text, shown)
    if (found.length > 0) return found
  }
  return []
}

function referencesInto(text: string, shown: Shown[]): Shown[] {
  if (shown.length === 0) return []
  const lower = text.toLowerCase()

  const several = /\b(?:the )?(?:first|top) (two|three|four|2|3|4)\b/.exec(lower)
  if (several?.[1]) return shown.slice(0, countOf(several[1]))
  if (
    /\b(?:those|these|the|them|both)(?: of them)?(?: two)?\b/.test(lower) &&
    /\b(?:those|these) two\b|\bboth\b|\bthe two\b|\bcompare (?:them|those|these)\b/.test(lower)
  ) {
    return shown.slice(0, 2)
  }

  const found: Shown[] = []
  for (const [index, word] of ordinals.entries()) {
    const item = shown[index]
    const pattern = new RegExp(
      String.raw`\b(?:the )?${word}(?: (?:one|item|option|pick|hotel|place|\w+))?\b|\b${index + 1}(?:st|nd|rd|th)\b`,
    )
    if (item && pattern.test(lower) && !/\bat first\b|\bfirst time\b|\bsecond hand\b/.test(lower)) found.push(item)
  }
  for (const match of lower.matchAll(/(?:\bnumber|\bno\.|\boption|#)\s?([1-6]|one|two|three|four|five|six)\b/g)) {
    const item = shown[countOf(match[1] ?? '') - 1]
    if (item && !found.includes(item)) found.push(item)
  }
  const last = shown.at(-1)
  if (last && /\b(?:the )?last one\b/.test(lower) && !found.includes(last)) found.push(last)
  if (found.length > 0) return found

  const first = shown[0]
  const points = /\b(?:it|its|this one|that one|this|the (?:pick|winner|top one))\b/.test(lower)
  return first && points ? [first] : []
}

function countOf(word: string): number {
  return numerals.includes(word) ? numerals.indexOf(word) + 1 : Number(word)
}
