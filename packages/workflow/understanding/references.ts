import type { ItemId } from '@reviewguide/contracts'
import type { TurnMemory } from '../ports/index.ts'

type Shown = TurnMemory['shown'][number]

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']
const pair =
  /\b(?:those|these|the) two\b(?! \w+s\b)|\bboth(?: of (?:them|those|these))?\b|\bcompare (?:them|those|these)\b|\bwhich of (?:the|those|these) two\b/i
const numerals = ['one', 'two', 'three', 'four', 'five', 'six']

/**
 * Items shown before that the text points at: "the second one", "number 3", "the last", "those two", "the first two", "it". The list shown last is meant;
 * where it is too short for "the third", the one before it that is long enough.
 */
export function readReferences(text: string, memory: TurnMemory[], named: readonly { itemId: ItemId }[] = []): Shown[] {
  if (named.length > 0) return comparedWith(text, memory, named)
  if (pair.test(text)) return lastTwo(memory)
  for (const { shown } of memory.toReversed()) {
    const found = referencesInto(text, shown)
    if (found.length > 0) return found
  }
  return []
}

/** "Compare it with Orso Run": beside a name, "it" is what the talk was of. Otherwise names stand for themselves. */
function comparedWith(text: string, memory: TurnMemory[], named: readonly { itemId: ItemId }[]): Shown[] {
  if (named.length > 1 || !/\b(?:compare|versus|vs|against|or|better than)\b/i.test(text)) return []
  if (!/\b(?:it|this|this one|that one|that)\b/i.test(text)) return []
  const of = memory.at(-1)?.shown[0]
  return of && named.every(({ itemId }) => itemId !== of.itemId) ? [of] : []
}

/** The two that were spoken of last: the first two of a list, or the one at hand and the one before it. */
function lastTwo(memory: TurnMemory[]): Shown[] {
  const last = memory.at(-1)?.shown ?? []
  if (last.length >= 2) return last.slice(0, 2)
  const firsts = memory.toReversed().flatMap(({ shown }) => shown.slice(0, 1))
  const apart = firsts.filter(({ itemId }, index) => firsts.findIndex((other) => other.itemId === itemId) === index)
  return apart.slice(0, 2).toReversed()
}

function referencesInto(text: string, shown: Shown[]): Shown[] {
  if (shown.length === 0) return []
  const lower = text.toLowerCase()

  const several = /\b(?:the )?(?:first|top) (two|three|four|2|3|4)\b/.exec(lower)
  if (several?.[1]) return shown.slice(0, countOf(several[1]))

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
