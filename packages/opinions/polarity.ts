import type { Polarity } from '@reviewguide/contracts'
import { analyseText, type Sentence, sideOfSums } from './analyse-text.ts'
import { HARD } from './clauses.ts'
import { yardstickShare } from './comparison.ts'
import { linksTo } from './opinion-link.ts'
import { targetScore } from './target-score.ts'
import type { Token } from './tokens.ts'
import { learnedBias } from './valence-of.ts'

/** The judgement that a text passes as a whole: its praise against its complaint, what follows a contrast counting a little more. */
export function judgeSentence(text: string): Polarity {
  let praise = 0
  let complaint = 0
  for (const sentence of analyseText(text)) {
    sentence.valence.forEach((value, i) => {
      const weight = (sentence.clause[i] as number) >= HARD ? 1.25 : 1
      if (value > 0) praise += value * weight
      else complaint -= value * weight
    })
  }
  return sideOfSums(praise, complaint)
}

/**
 * How a text leans as a whole, in units of valence: above 0 praise, below 0 complaint. Beside opinion words it heeds what people tend to mention when they praise or
 * complain ("battery usage", "warranty repair"), learned from pros and cons; so it sides also where `judgeSentence` hears no judgement.
 */
export function leaningOf(text: string): number {
  return analyseText(text).reduce((sum, sentence) => sum + sentenceLean(sentence), learnedBias)
}

const sentenceLean = ({ valence, topics }: Sentence): number =>
  topics.reduce(
    (sum, topic) => sum + topic,
    valence.reduce((sum, value) => sum + value, 0),
  )

/** The judgement that a text passes on the words text[start, end]; neutral where it only mentions them. */
export function polarityOfTarget(text: string, start: number, end: number): Polarity {
  for (const sentence of analyseText(text)) {
    if (end <= sentence.start || start >= sentence.end) continue
    const range = tokensWithin(sentence, start, end)
    if (range) return judgeTarget(sentence, range.first, range.last).polarity
  }
  return 'neutral'
}

export function tokensWithin(sentence: Sentence, start: number, end: number): { first: number; last: number } | null {
  let first = -1
  let last = -1
  sentence.tokens.forEach((token, i) => {
    if (token.end > start && token.start < end) {
      if (first < 0) first = i
      last = i
    }
  })
  return first < 0 ? null : { first, last }
}

export interface Judgement {
  polarity: Polarity
  praise: number
  complaint: number
  /** Index of the opinion word that counts most, or -1. */
  word: number
  /** Whether the sentence's shape ties an opinion word to the target. */
  linked: boolean
}

/**
 * The judgement of a sentence on its tokens first to last. Praise and complaint are the worth of the opinion words by nearness, less across a comma, hardly across a contrast; which of
 * them holds, or neither, is for `targetScore` to say, but where the words are an opinion themselves ("heavy").
 */
export function judgeTarget(sentence: Sentence, first: number, last: number): Judgement {
  const { tokens, valence, clause } = sentence
  const share = yardstickShare(tokens, first)
  const links = linksTo(sentence, first, last)
  const tied = { praise: 0, complaint: 0 }
  const loose = { praise: 0, complaint: 0 }
  let linked = -1
  let word = -1
  for (let i = 0; i < tokens.length; i += 1) {
    let value = valence[i] as number
    if (value === 0) continue
    const closest = i < first ? first : i > last ? last : i
    const distance = Math.abs(i - closest)
    const borders = Math.abs((clause[i] as number) - (clause[closest] as number))
    let weight = 1 / (1 + 0.12 * distance)
    if (borders >= HARD) weight *= 0.15
    else if (borders > 0) weight *= 0.55 ** Math.min(borders, 3)
    value *= share(i, value)
    const isTied = links[i] !== null
    if (!isTied && belongsElsewhere(tokens, i, first, last)) weight *= 0.4
    const amount = value * weight
    const sums = isTied ? tied : loose
    if (amount > 0) sums.praise += amount
    else sums.complaint -= amount
    if (isTied && (linked < 0 || Math.abs(amount) > Math.abs(valence[linked] as number))) linked = i
    if (word < 0 || Math.abs(value) > Math.abs(valence[word] as number)) word = i
  }
  // Where the sentence's shape ties an opinion to the words, what else stands around hardly counts.
  const looseWeight = linked >= 0 ? LOOSE_WEIGHT : 1
  const praise = tied.praise * TIED_WEIGHT + loose.praise * looseWeight
  const complaint = tied.complaint * TIED_WEIGHT + loose.complaint * looseWeight
  return {
    polarity: isOpinionItself(sentence, first, last)
      ? sideOfSums(praise, complaint, 0.1)
      : polarityOf(sentence, first, last, tied),
    praise,
    complaint,
    word: linked >= 0 ? linked : word,
    linked: linked >= 0,
  }
}

/** On SemEval's training halves (only measured) these two beat even weights by half a point; twice the contrast between them loses one. */
const TIED_WEIGHT = 1.3
const LOOSE_WEIGHT = 0.6

/** A capital at the start makes a name of anything to the tagger: "Loud at night". */
const isOpinionItself = ({ tokens, valence }: Sentence, first: number, last: number) =>
  first === last &&
  valence[first] !== 0 &&
  ((tokens[first] as Token).pos !== 'PROPN' || first === 0) &&
  (tokens[first] as Token).pos !== 'NOUN'

function polarityOf(sentence: Sentence, first: number, last: number, tied: Sums): Polarity {
  if (first >= sentence.questionFrom && !sentence.fixed[sentence.questionFrom]) return 'neutral'
  if (sideOfSums(tied.praise, tied.complaint) === 'mixed') return 'mixed'
  const { side, silence } = targetScore(sentence, first, last)
  const speaks = sentence.valence.some((value) => value !== 0)
  if (silence > Math.abs(side) || (!speaks && Math.abs(side) < CLEAR_SIDE)) return 'neutral'
  return side > 0 ? 'positive' : 'negative'
}

/** Where no word judges, what is spoken of must lean clearly. */
const CLEAR_SIDE = 0.15

interface Sums {
  praise: number
  complaint: number
}

/** Whether an adjective stands right before another noun than the target: "great screen" says little of the keyboard. */
function belongsElsewhere(tokens: Token[], i: number, first: number, last: number): boolean {
  if ((tokens[i] as Token).pos !== 'ADJ') return false
  for (let j = i + 1; j < Math.min(tokens.length, i + 4); j += 1) {
    const { pos } = tokens[j] as Token
    if (pos === 'NOUN' || pos === 'PROPN') return j < first || j > last
    if (pos !== 'ADJ') return false
  }
  return false
}
