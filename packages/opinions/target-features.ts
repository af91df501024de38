import type { Sentence } from './analyse-text.ts'
import { HARD } from './clauses.ts'
import { yardstickShare } from './comparison.ts'
import { type Link, linkBetween, linksTo } from './opinion-link.ts'
import { putKind } from './target-kind.ts'
import { type Put, putSurroundings } from './target-surroundings.ts'
import type { Token } from './tokens.ts'
import { isLearned } from './valence-of.ts'

/** An opinion word counts for no more than this, so that one shout does not drown the rest. */
const LOUDEST = 2.2

/**
 * What a sentence says of its words first to last, as numbers that ../target-weights.json weighs. `side` takes what speaks for praise (above 0) or complaint (below 0): the worth of
 * the opinion words by how they are tied to the target, how near they stand and across which borders. `silence` takes what speaks for or against there being a judgement at all.
 */
export function targetFeatures(sentence: Sentence, first: number, last: number, side: Put, silence: Put): void {
  const { tokens, valence, clause, topics } = sentence
  const owned = ownersIn(sentence)
  const share = yardstickShare(tokens, first)
  let tied = 0
  let loose = 0
  let beyond = 0
  let others = 0
  let praise = 0
  let complaint = 0
  let count = 0
  let judges = false
  let total = 0
  let nearest = Number.POSITIVE_INFINITY
  let nearestValue = 0
  const learnedWorth = { tied: 0, beyond: 0, loose: 0 }
  const links = linksTo(sentence, first, last)
  // "Great portions, gruff service": what has an opinion of its own hears little of its neighbours'.
  const hasOwn = links.some((link, i) => link !== null && !isLeaning(sentence, i))
  for (let i = 0; i < tokens.length; i += 1) {
    if (valence[i] === 0) continue
    if (Math.abs(valence[i] as number) >= FAINT) judges = true
    const closest = i < first ? first : i > last ? last : i
    const distance = Math.abs(i - closest)
    const borders = Math.abs((clause[i] as number) - (clause[closest] as number))
    const worth = bounded(valence[i] as number, LOUDEST)
    const value = worth * share(i, worth)
    const link = links[i] ?? null
    const place = link ? 'tied' : borders >= HARD ? 'beyond' : 'loose'
    // Learned words lean more than they judge: they speak for a side, hardly for there being one.
    if (isLeaning(sentence, i)) {
      side(value > 0 ? learnedPraise[place] : learnedComplaint[place], value)
      learnedWorth[place] += Math.abs(value)
      continue
    }
    // "Battery life is great but the wait was terrible": what has an opinion of its own hears nothing across a contrast.
    if (!(hasOwn && place === 'beyond')) total += value
    count += 1
    let weight = 1
    if (value < 0) side(complaintNames[place], value)
    if (!link && Math.abs(value) < FAINT) side(faintNames[place], value)
    if (link) {
      side(link === 'inside' && i !== last ? 'tied inside, before its head' : tiedNames[link], value)
      tied += Math.abs(value)
    } else if (place === 'beyond') {
      if (!hasOwn) side(i < first ? 'beyond before' : 'beyond after', value)
      beyond += Math.abs(value)
      weight = 0
    } else {
      if (distance < nearest) {
        nearest = distance
        nearestValue = value
      }
      const elsewhere = owned(i, first, last)
      const near = distance <= 3 ? 0 : distance <= 7 ? 1 : 2
      const name = (elsewhere ? 2 : 0) + (borders > 0 ? 1 : 0)
      side(
        hasOwn ? (besideNames[name] as string) : (looseNames[(name * 3 + near) * 2 + (i < first ? 0 : 1)] as string),
        value,
      )
      if (elsewhere) others += Math.abs(value)
      else loose += (Math.abs(value) / (1 + 0.1 * distance)) * (borders > 0 ? 0.6 : 1)
      weight = (elsewhere ? 0.3 : 0.7) / (1 + 0.12 * distance)
    }
    if (value > 0) praise += value * weight
    else complaint -= value * weight
  }
  const nearby = tied > 0.3 ? 'tied' : loose + others > 0 ? 'loose' : 'none'
  side('always', 1)
  side(hasOwn ? 'all beside tied' : 'all', bounded(total, 3))
  if (!hasOwn) side('nearest', nearestValue)
  putTopics(topics, sentence, first, last, hasOwn, side, silence)
  putKind(tokens[last] as Token, { judges, hasOwn }, side, silence)
  silence('always', 1)
  silence('tied', Math.min(1.5, tied))
  if (tied > 0) silence('any tied', 1)
  if (tied > 0 && tied < FAINT) silence('faintly tied', 1)
  silence('learned tied', Math.min(1.5, learnedWorth.tied))
  silence('learned loose', Math.min(2, learnedWorth.loose))
  silence('loose', Math.min(2, loose))
  silence("another's", Math.min(2, others))
  silence('beyond', Math.min(2, beyond))
  silence('both sides', Math.min(praise, complaint))
  silence('one side', Math.min(2.5, Math.abs(praise - complaint)))
  silence('opinion words', Math.min(5, count))
  silence(nearby, 1)
  if (count === 0) silence('no opinion word', 1)
  putSurroundings(sentence, first, last, nearby, silence)
}

/** What words like "basic" or "works" are worth at most. */
const FAINT = 0.7
const faintNames = { tied: '', beyond: 'faint beyond', loose: 'faint loose' }
const complaintNames = { tied: 'complaint tied', beyond: 'complaint beyond', loose: 'complaint loose' }
const learnedPraise = { tied: 'learned praise tied', beyond: 'learned praise beyond', loose: 'learned praise loose' }
const learnedComplaint = {
  tied: 'learned complaint tied',
  beyond: 'learned complaint beyond',
  loose: 'learned complaint loose',
}
const tiedNames: Record<Link, string> = {
  inside: 'tied inside',
  before: 'tied before',
  verb: 'tied verb',
  of: 'tied of',
  predicate: 'tied predicate',
  does: 'tied does',
  after: 'tied after',
}
const besideNames = ['loose within', 'loose across', "another's within", "another's across"].map(
  (name) => `${name} beside tied`,
)
const looseNames = ['loose within', 'loose across', "another's within", "another's across"].flatMap((name) =>
  ['near', 'off', 'far'].flatMap((near) => [`${name} ${near} before`, `${name} ${near} after`]),
)

/** What the words around lean to though they judge nothing, learned from pros and cons: "battery usage", "warranty repair". */
function putTopics(
  topics: number[],
  { clause }: Sentence,
  first: number,
  last: number,
  hasOwn: boolean,
  side: Put,
  silence: Put,
): void {
  let inside = 0
  let near = 0
  let all = 0
  topics.forEach((topic, i) => {
    if (topic === 0) return
    const closest = i < first ? first : last
    if (hasOwn && Math.abs((clause[i] as number) - (clause[closest] as number)) >= HARD) return
    all += topic
    if (i >= first - 1 && i <= last) inside += topic
    else if (clause[i] === clause[closest]) near += topic / (1 + 0.2 * Math.abs(i - closest))
  })
  side('topic', bounded(inside, 2))
  side('topic near', bounded(near, 2))
  side('topics', bounded(all, 3))
  silence('topics', Math.min(3, Math.abs(all)))
}

/** Whether what the word at `i` is worth was learned; in a phrase it is not the word's own. */
const isLeaning = ({ tokens, fixed }: Sentence, i: number) => !fixed[i] && isLearned((tokens[i] as Token).lower)

const bounded = (value: number, most: number) => Math.max(-most, Math.min(most, value))

/** Whether the opinion word at `at` is tied to a noun other than those of first to last. */
type Owned = (at: number, first: number, last: number) => boolean

/** A sentence has several targets; what all of them need is read once. Few are asked about in turn: the sentence and copies of it. */
const KEPT = 4
const kept: { sentence: Sentence; owned: Owned }[] = []

function ownersIn(sentence: Sentence): Owned {
  for (const known of kept) if (known.sentence === sentence) return known.owned
  const { tokens, valence } = sentence
  const owners: (number[] | undefined)[] = []
  const ownersOf = (at: number) => {
    let found = owners[at]
    if (!found) {
      found = []
      for (let i = Math.max(0, at - FARTHEST); i <= Math.min(tokens.length - 1, at + FARTHEST); i += 1)
        if (i !== at && valence[i] === 0 && isNoun(tokens[i] as Token) && linkBetween(sentence, at, i, i)) found.push(i)
      owners[at] = found
    }
    return found
  }
  const owned: Owned = (at, first, last) => ownersOf(at).some((noun) => noun < first || noun > last)
  if (kept.length === KEPT) kept.shift()
  kept.push({ sentence, owned })
  return owned
}

/** No shape of a sentence ties an opinion word to a noun farther away. */
const FARTHEST = 9

const isNoun = ({ pos, text }: Token) => (pos === 'NOUN' || pos === 'PROPN') && /\p{L}/u.test(text)
