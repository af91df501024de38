import type { ItemId } from '@reviewguide/contracts'
import type { TurnMemory } from '../ports/index.ts'

type Shown = TurnMemory['shown'][number]

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']
const pair =
  /\b(?:those|these|the) two\b(?! \w+s\b)|\bboth(?: of (?:them|those|these))?\b|\bcompare (?:them|those|these)\b|\bwhich of (?:the|those|these) two\b/i
/** "Compare to Hoplift", "vs Hoplift": with what is at hand. */
const bareComparison = /^\s*(?:and |now )?(?:compared? (?:to|with)|versus|vs|against)\b/i
const comparing = /\b(?:compare|compared|versus|vs|against|or|better than)\b/i
/** What stands for the one at hand beside the name of another. */
export const pronoun = /\b(?:it|this|this one|that one|that)\b/i
/** What stands for the one at hand; "why?" asks for the reasons of the one that was put first. */
const points =
  /\b(?:it|its|this one|that one|this|the (?:pick|winner|top one))\b|^(?:but )?why(?: is that| so| that(?: one)?)?[\s?!.]*$/i
/** Which of those that were just compared. */
const ofCompared =
  /\bwhich (?:one|of (?:them|these|those)|is|should|would)\b|\b(?:cheaper|better|quieter|lighter|smaller) (?:one )?of (?:them|these|those)\b/i
const numerals = ['one', 'two', 'three', 'four', 'five', 'six']

/**
 * Items shown before that the text points at: "the second one", "number 3", "the last", "those two", "the first two", "it". The list shown last is meant;
 * where it is too short for "the third", the one before it that is long enough.
 */
export function readReferences(text: string, memory: TurnMemory[], named: readonly { itemId: ItemId }[] = []): Shown[] {
  if (named.length > 0) return comparedWith(text, memory, named)
  if (pair.test(text)) return lastTwo(memory)
  const last = memory.at(-1)
  if (last?.understanding.intent === 'compare' && ofCompared.test(text)) return last.shown
  const atHand = last?.shown[0]
  // Places are counted in the last list that has all of them; one item alone is a list only where there is no other.
  const lists = memory.toReversed().map(({ shown }) => shown)
  const counted = [...lists.filter(({ length }) => length > 1), ...lists].map((shown) => countedIn(text, shown))
  const most = Math.max(0, ...counted.map(({ length }) => length))
  if (most > 0) {
    const found = counted.find(({ length }) => length === most) ?? []
    // "Compare it with the second one" speaks of two.
    const beside = atHand && comparing.test(text) && pronoun.test(text) && !found.includes(atHand)
    return beside ? [atHand, ...found.filter(({ itemId }) => itemId !== atHand.itemId)] : found
  }
  return atHand && points.test(text) ? [atHand] : []
}

/** "Compare it with Orso Run": beside a name, "it" is what the talk was of. Otherwise names stand for themselves. */
function comparedWith(text: string, memory: TurnMemory[], named: readonly { itemId: ItemId }[]): Shown[] {
  const last = memory.at(-1)
  if (named.length > 1 || !last) return []
  // "Is Orso Run better?" of one that is at hand.
  const better = last.understanding.items.length === 1 && /\b(?:better|worse)\b[\s?.!]*$/i.test(text)
  const several = comparing.test(text) && /\b(?:them|those|these|both)\b/i.test(text)
  if (!better && !several && !(comparing.test(text) && (pronoun.test(text) || bareComparison.test(text)))) return []
  const of = last.shown.slice(0, several ? 2 : 1)
  return of.filter((item) => named.every(({ itemId }) => itemId !== item.itemId))
}

/** The two that were spoken of last: the first two of a list, or the one at hand and the one before it. */
function lastTwo(memory: TurnMemory[]): Shown[] {
  const last = memory.at(-1)?.shown ?? []
  if (last.length >= 2) return last.slice(0, 2)
  const firsts = memory.toReversed().flatMap(({ shown }) => shown.slice(0, 1))
  const apart = firsts.filter(({ itemId }, index) => firsts.findIndex((other) => other.itemId === itemId) === index)
  return apart.slice(0, 2).toReversed()
}

/** Those that are meant by their place in a list. */
function countedIn(text: string, shown: Shown[]): Shown[] {
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
  // "And 3?" is nothing but a place.
  const bare = /^(?:and|or|what about|how about)\s+([1-6])[\s?.!]*$/.exec(lower)?.[1]
  const item = bare && shown[Number(bare) - 1]
  if (item) found.push(item)
  if (last && /\b(?:the )?last one\b/.test(lower) && !found.includes(last)) found.push(last)
  return found
}

function countOf(word: string): number {
  return numerals.includes(word) ? numerals.indexOf(word) + 1 : Number(word)
}
