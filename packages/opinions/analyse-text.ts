import type { Polarity } from '@reviewguide/contracts'
import { clausesOf, startsContrast } from './clauses.ts'
import { weighContextWords } from './context-valence.ts'
import { denyBefore } from './ellipsis.ts'
import { contrasts, intensifiers, negators, SUBJECT_REACH, subjectNegators } from './lexicon/shifters.ts'
import { matchPhrases } from './match-phrases.ts'
import { questionStart } from './question-start.ts'
import { realness } from './realness.ts'
import { mockPraise } from './sarcasm.ts'
import { splitSentences } from './split-sentences.ts'
import { type Token, tokenise } from './tokens.ts'
import { isListed, valenceOf } from './valence-of.ts'

/** A sentence with its tokens and what each is worth after negation, force, wishes and context. */
export interface Sentence {
  start: number
  end: number
  tokens: Token[]
  /** One number a token, about -3 to 3. */
  valence: number[]
  /** For each token the number of its clause; a hard border (contrast, dash, semicolon) adds `HARD`, a soft one (comma, "and" with a new subject) adds 1. */
  clause: number[]
  /** Indices of the words that begin a contrast: "but", "although". */
  contrasts: number[]
  question: boolean
  /** Index of the token where the question begins; the number of tokens where there is none. */
  questionFrom: number
  /** Whether a phrase of several words has taken the token's own worth away. */
  fixed: boolean[]
  /** For each token how far it is said to be so: see `realness`. */
  real: number[]
  /** For each token what it, or its pair with the next, leans to though it judges nothing: see `Word`. */
  topics: number[]
}

/** Tokens. What goes on longer without a full stop is read in pieces: the time for a sentence grows with its square. */
const LONGEST_SENTENCE = 120

let last: { text: string; sentences: readonly Sentence[] } | null = null

/** Cuts a text into sentences and weighs every word in its context. The last text is remembered: a review is read for its opinions and again for its tone. */
export function analyseText(text: string): readonly Sentence[] {
  if (last?.text !== text) last = { text, sentences: analyse(text) }
  return last.sentences
}

function analyse(text: string): Sentence[] {
  const spans = splitSentences(text)
  const tokens = tokenise(text)
  const sentences: Sentence[] = []
  let at = 0
  for (const span of spans) {
    while (at < tokens.length && (tokens[at] as Token).start < span.start) at += 1
    const from = at
    while (at < tokens.length && (tokens[at] as Token).start < span.end) at += 1
    for (let piece = from; piece < at; piece += LONGEST_SENTENCE) {
      const last = Math.min(at, piece + LONGEST_SENTENCE)
      const start = piece === from ? span.start : (tokens[piece] as Token).start
      sentences.push(weigh(tokens.slice(piece, last), start, last === at ? span.end : (tokens[last - 1] as Token).end))
    }
  }
  return sentences
}

function weigh(tokens: Token[], start: number, end: number): Sentence {
  const contrastsAt = tokens.flatMap((token, i) => (contrasts.has(token.lower) && startsContrast(tokens, i) ? [i] : []))
  const questionFrom = questionStart(tokens)
  const sentence: Sentence = {
    start,
    end,
    tokens,
    valence: [],
    clause: clausesOf(tokens),
    contrasts: contrastsAt,
    question: questionFrom === 0,
    questionFrom,
    fixed: [],
    real: [],
    topics: [],
  }
  const raw = tokens.map((token, i) => {
    const value = token.word.valence
    return value === 0 || silent(tokens, i) ? 0 : value * shareOf(token)
  })
  weighContextWords(tokens, raw, sentence.clause)
  missing(tokens, raw)
  refusals(tokens, raw)
  invitations(tokens, raw)
  sentence.fixed = matchPhrases(tokens, raw)
  sentence.real = realness(tokens, sentence.clause)
  sentence.valence = shiftAll(sentence, raw)
  denyBefore(tokens, sentence.valence, sentence.clause)
  sentence.topics = topicsOf(sentence)
  const mock = mockPraise(tokens, sentence.valence, contrastsAt)
  if (mock >= 0) sentence.valence[mock] = -1
  // "How can you go wrong?" asks nothing: a phrase that begins the question says so.
  if (!sentence.fixed[questionFrom])
    for (let i = questionFrom; i < tokens.length; i += 1)
      sentence.valence[i] = (sentence.valence[i] as number) * QUESTION
  return sentence
}

/** "the speed in the evening", "the quality of the sound": who names what is good in itself has hardly praised it yet. */
const shareOf = ({ pos, lower }: Token) => (pos === 'NOUN' && measures.has(lower) ? MEASURE : 1)
const measures = new Set(
  'speed quality value comfort durability reliability variety flexibility simplicity convenience ease cleanliness precision stability accuracy balance integrity portability'.split(
    ' ',
  ),
)
const MEASURE = 0.4

/** What opinion words in a question are worth: below every threshold, so that asking is not judging. */
const QUESTION = 0.03

/** Words that look like opinions but are none here: "like" before a noun is a comparison, "kind of", names in capitals. */
function silent(tokens: Token[], i: number): boolean {
  const token = tokens[i] as Token
  // "number", "waiter": nouns in -er are no comparatives of "numb" and "wait".
  if (token.pos === 'NOUN' && /er(?:s|'s)?$/.test(token.lower) && !isListed(token.lower)) return true
  if (token.lower === 'plus') return token.pos !== 'NOUN' || /^\p{N}/u.test(tokens[i + 1]?.text ?? '')
  if (token.lower === 'issued' || token.lower === 'issuing') return true
  if (token.lower === 'like') return token.pos !== 'VERB' && !isPronounBefore(tokens, i)
  if (token.lower === 'kind' || token.lower === 'fan') return token.pos === 'NOUN'
  // "clean the filter" asks for work; "the room is clean" praises.
  if (token.lower === 'clean' || token.lower === 'cool' || token.lower === 'secure') return token.pos === 'VERB'
  if (token.lower === 'well') {
    const next = tokens[i + 1]
    // "Well, it works"; but "Well built".
    return (
      tokens[i - 1]?.lower === 'as' ||
      next?.text === ',' ||
      (i === 0 && next?.pos !== 'VERB' && next?.pos !== 'ADJ' && next?.text !== '-')
    )
  }
  if (token.lower === 'pretty') return tokens[i + 1]?.pos === 'ADJ' || tokens[i + 1]?.pos === 'ADV'
  if (token.lower === 'please' || token.lower === 'thanks') return true
  if (token.lower === 'enough') return true
  // "incredibly rude", "terribly good": an adverb lends force to an adjective and no side.
  if (
    token.pos === 'ADV' &&
    token.lower.endsWith('ly') &&
    tokens[i + 1]?.pos === 'ADJ' &&
    valenceOf((tokens[i + 1] as Token).lower) !== 0
  )
    return true
  // "as I feared", "I was worried that": what was feared is not what was found.
  if (/^(?:fear|feared|afraid|worried|worry|worries|sceptical|skeptical|hesitant|nervous)$/.test(token.lower))
    return true
  return false
}

const isPronounBefore = (tokens: Token[], i: number) =>
  ['i', 'we', 'do', "n't", 'not', 'really', 'also', 'you', 'they', 'kids', 'wife', 'husband'].includes(
    tokens[i - 1]?.lower ?? '',
  )

/** "no refills", "no character": what is missing is missed, unless it is a thing that nobody wants (those have a valence, which the negation turns). */
function missing(tokens: Token[], raw: number[]): void {
  tokens.forEach((token, i) => {
    if (token.lower !== 'no' || tokens[i + 1]?.pos !== 'NOUN' || harmless.has((tokens[i + 1] as Token).lower)) return
    let last = i + 1
    while (tokens[last + 1]?.pos === 'NOUN') last += 1
    // Turned round by the negation: -0.75 x 0.9.
    if (raw.slice(i + 1, last + 1).every((value) => value === 0)) raw[last] = 0.9
  })
}
/** "it does not play", "you cannot turn it off": what a thing will not do is missed. Set as praise, for the negation to turn round. What the writer did not do tells nothing. */
function refusals(tokens: Token[], raw: number[]): void {
  tokens.forEach(({ pos, lower }, i) => {
    if (raw[i] !== 0 || !(pos === 'VERB' || lower === 'have') || (noRefusals.has(lower) && !lacking.has(lower))) return
    if (lacking.has(lower) && raw.slice(i + 1, i + 6).some((value) => value !== 0)) return
    const not = tokens[i - 1]?.lower === 'even' || tokens[i - 1]?.pos === 'ADV' ? i - 2 : i - 1
    const word = tokens[not]?.lower
    if (word === 'cannot') raw[i] = REFUSAL
    if (word !== "n't" && word !== 'not') return
    const helper = tokens[not - 1]?.lower ?? ''
    if (inability.has(helper) || (doing.has(helper) && isThing(tokens[not - 2]))) raw[i] = REFUSAL
  })
}
const REFUSAL = 0.9
/** "it does not have a timer": a lack, unless what is not there is named by a word of judgement, which the negation turns ("does not have problems"). */
const lacking = new Set(['have', 'offer', 'provide', 'include', 'come', 'support', 'allow', 'feature', 'contain'])

/** "Try the dumplings": who tells others to try a thing praises it. */
function invitations(tokens: Token[], raw: number[]): void {
  tokens.forEach(({ lower }, i) => {
    if (lower !== 'try' || !/^(?:DET|PRON|NOUN|PROPN|ADJ)$/.test(tokens[i + 1]?.pos ?? '')) return
    if (i === 0 || inviting.has(tokens[i - 1]?.lower ?? '')) raw[i] = 0.9
  })
}
const inviting = new Set([',', '.', '!', 'must', 'should', 'definitely', 'please'])

const inability = new Set(['ca', 'can', 'could', 'wo', 'will'])
const doing = new Set(['does', 'did', 'do', 'would'])
/** "I did not use it" and "do not wash it" refuse nothing. */
const isThing = (subject: Token | undefined) =>
  subject !== undefined && (/^(?:NOUN|PROPN)$/.test(subject.pos) || things.has(subject.lower))
const things = new Set(['it', 'they', 'he', 'she', 'that', 'which', 'this', 'these', 'those', 'who'])
const noRefusals = new Set(
  'know think mind matter care need expect want remember hesitate believe worry say see tell realize realise understand imagine wait mean regret miss notice hurt compare find get have try buy go be do argue speak complain fault resist live stop help charge cost lie thank forget love like'.split(
    ' ',
  ),
)

const harmless = new Set(
  'one trick tricks surprises catch quarrel quibble quibbles strings nonsense matter idea way reason need time wonder surprise clue question thanks point other wires wire cable cables smell fees fee charge extra sign fan fans coffee crackle interruption interruptions blips effort setup assembly tools contract bill bills money bags bag rush more less longer'.split(
    ' ',
  ),
)

const reach = 5
const subjects = new Set(['i', 'they', 'it', 'he', 'she', 'we'])

/** What the words before a token do to it: `force` is a factor, `negated` whether a negation holds over it. */
interface Shift {
  force: number
  negated: boolean
}

function shiftAt(tokens: Token[], i: number, fixed: boolean[], clause: number[]): Shift {
  const shift = { force: 1, negated: false }
  if (fixed[i]) return shift
  for (let j = i - 1; j >= Math.max(0, i - SUBJECT_REACH); j -= 1) {
    const { lower, pos } = tokens[j] as Token
    if (clause[j] !== clause[i]) break
    if (i - j > reach + 1) {
      if (subjectNegators.has(lower) && !fixed[j]) return { force: shift.force, negated: true }
      continue
    }
    const factor = intensifiers.get(lower)
    if (factor !== undefined && i - j <= 2) shift.force *= factor
    // "Without glasses they are comfortable": what has a subject of its own is not what is lacking.
    if (
      (lower === 'without' || lower === 'no') &&
      tokens.slice(j + 1, i).some(({ pos, lower: word }) => pos === 'PRON' && subjects.has(word))
    )
      return shift
    if (negators.has(lower) && i - j <= reach + (pos === 'PART' ? 1 : 0) && !fixed[j] && !isOutside(tokens, j, i))
      return isUnsurpassed(tokens, j, i)
        ? { force: 1.3 * shift.force, negated: false }
        : { force: shift.force, negated: true }
  }
  return shift
}

/** "no shortage of good food", "not much to pay for excellent food": what a negation denies ends before the phrase that the word at `i` stands in. */
function isOutside(tokens: Token[], negator: number, i: number): boolean {
  const { lower } = tokens[negator] as Token
  const way = tokens.slice(negator + 1, i)
  if (way.some((token) => token.lower === 'for' || token.lower === 'between')) return true
  if (lower !== 'no') return false
  const noun = way.findIndex(({ pos }) => pos === 'NOUN')
  return noun >= 0 && way.slice(noun + 1).some(({ pos }) => pos === 'ADP')
}

/**
 * "could not be happier", "cannot imagine a friendlier host", "never had a better one", "you will not find fresher fish", "no better place", "never had such good tea": nothing
 * beyond it, so the comparison is no negation.
 */
function isUnsurpassed(tokens: Token[], negator: number, i: number): boolean {
  const { lower } = tokens[i] as Token
  const way = tokens.slice(negator + 1, i)
  const word = (tokens[negator] as Token).lower
  const helper = word === 'never' ? word : (tokens[negator - 1]?.lower ?? '')
  const hasMet = way.some((token) => met.has(token.lower))
  // "never had such good tea", "did not expect it to be this good".
  const degree = way.at(-1)?.lower
  if (degree === 'such' || degree === 'this' || degree === 'so')
    return way.some((token) => surprised.has(token.lower)) || (hasMet && degree === 'such')
  if (!way.some((token) => token.lower === 'more') && !/(?:er|worse)$/.test(lower)) return false
  if ((word === 'no' || word === 'nothing') && way.length === 0) return true
  if (helper === 'never' || /^(?:have|has|had|'ve)$/.test(helper)) return hasMet
  return /^(?:ca|can|could|wo|will)$/.test(helper) && way.some((token) => reaching.has(token.lower))
}
const reaching = new Set(
  'be been get imagine ask asked hope hoped wish wished find feel do have eat taste see buy'.split(' '),
)
const surprised = new Set(['expect', 'imagine', 'realize', 'realise', 'know'])
const met = new Set([
  'had',
  'seen',
  'tasted',
  'eaten',
  'been',
  'met',
  'heard',
  'used',
  'owned',
  'stayed',
  'felt',
  'experienced',
  'received',
  'gotten',
  'found',
])

function shiftAll({ tokens, fixed, real, clause }: Sentence, raw: number[]): number[] {
  return raw.map((value, i) => {
    if (isExcess(tokens, i)) {
      if (negators.has(tokens[i - 2]?.lower ?? '')) return value > 0 ? -0.6 : 0.9
      return -1.2 * Math.abs(real[i] as number)
    }
    if (value === 0 || (value > 0 && isReadiness(tokens, i))) return value === 0 ? 0 : READINESS
    const { force, negated } = shiftAt(tokens, i, fixed, clause)
    const enough = tokens[i + 1]?.lower === 'enough' ? Math.abs(value) * 0.8 : value
    return enough * force * (negated ? (enough > 0 ? -0.75 : -0.55) : 1) * (real[i] as number)
  })
}

/** "comes off easily", "easily scratched", "dies quickly": who is quick to fail is no good. */
function isReadiness(tokens: Token[], i: number): boolean {
  if (!swiftly.has((tokens[i] as Token).lower)) return false
  for (let j = Math.max(0, i - 3); j < Math.min(tokens.length, i + 3); j += 1)
    if (j !== i && failing.test((tokens[j] as Token).lower)) return true
  return false
}
const READINESS = -0.9
const swiftly = new Set(['easily', 'quickly', 'fast'])
const failing =
  /^(?:break|broke|broken|crack|scratch|stain|smudge|tear|rip|chip|dent|fade|wrinkle|shrink|snap|bend|pop|come|came|fall|wear|peel|die|drain|overheat|crease|clog|tangle|jam|lose|lost|dull|rust|tip|spill|fog)(?:s|es|ed|ped|ned)?$/

/** "too heavy", "too good": more than is wanted. */
function isExcess(tokens: Token[], i: number): boolean {
  if (tokens[i - 1]?.lower !== 'too') return false
  const { pos } = tokens[i] as Token
  return (pos === 'ADJ' || pos === 'ADV') && !['and', ',', 'me', 'it'].includes(tokens[i - 2]?.lower ?? '')
}

/** A word of a sentence as the trainer counts it: the word, and what negation, force and wishes leave of it (1 when untouched, below 0 when turned round). */
export interface Feature {
  word: string
  pos: string
  amount: number
  index: number
}

/** The words of a sentence that phrases and context words leave open, for training weights on. */
export function featuresOf(sentence: Sentence): Feature[] {
  return sentence.tokens.flatMap((_, index) => featureAt(sentence, index) ?? [])
}

/** The word at `index` as `featuresOf` gives it, or null where a phrase or its context already says what it is worth. */
export function featureAt({ tokens, clause, fixed, real }: Sentence, index: number): Feature | null {
  const token = tokens[index]
  if (!token || fixed[index] || token.word.inContext || !/[\p{L}]/u.test(token.text) || isExcess(tokens, index))
    return null
  const { force, negated } = shiftAt(tokens, index, fixed, clause)
  return { word: token.lower, pos: token.pos, index, amount: force * (negated ? -0.65 : 1) * (real[index] as number) }
}

function topicsOf(sentence: Sentence): number[] {
  const { tokens } = sentence
  return tokens.map(({ word: { topic, pairs } }, i) => {
    const pair = pairs?.get(tokens[i + 1]?.lower ?? '') ?? 0
    // Most words are no topic, and what stands before a word is costly to weigh.
    if (topic === 0 && pair === 0) return 0
    const amount = featureAt(sentence, i)?.amount
    if (amount === undefined) return 0
    return topic * amount + (pair === 0 ? 0 : pair * (featureAt(sentence, i + 1)?.amount ?? 0))
  })
}

/** The side that a sum of praise and a sum of complaint (both not negative) come down to. */
export function sideOfSums(praise: number, complaint: number, threshold = 0.3): Polarity {
  const most = Math.max(praise, complaint)
  if (most < threshold) return 'neutral'
  if (Math.min(praise, complaint) > 0.55 * most && Math.min(praise, complaint) > 0.9) return 'mixed'
  return praise > complaint ? 'positive' : praise < complaint ? 'negative' : 'neutral'
}
