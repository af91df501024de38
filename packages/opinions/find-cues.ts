import type { Sentence } from './analyse-text.ts'
import type { CueElement, CueIndex, CuePattern } from './cue-patterns.ts'
import { contrasts, negators } from './lexicon/shifters.ts'
import type { Token } from './tokens.ts'

/** A phrase that was found: tokens first to last say `side` (1 praise, -1 complaint, 0 none) of an aspect. */
export interface FoundCue {
  aspect: string
  side: number
  first: number
  last: number
}

/** A word of a sentence; "washed-out" is one, though three tokens. */
interface Word {
  lower: string
  pos: string
  first: number
  last: number
  valence: number
}

const numbers = new Set(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty ninety hundred thousand dozen couple few several half'.split(
    ' ',
  ),
)
const isNumber = (word: string) => isDigit(word.charCodeAt(0)) || numbers.has(word)
const isDigit = (code: number) => code >= 48 && code <= 57
const isWord = (word: string) => /[\p{L}\p{N}]/u.test(word)

/** What is said with these before it is supposed and not told. */
const supposed = new Set(['might', 'may', 'should', 'must', 'lest', 'unless'])
/** "My wrists have stopped aching": what has stopped is no longer so. */
const stopped = new Set(['stopped', 'stops', 'stop', 'longer'])
const NEGATION_REACH = 4

/** The phrases of a sentence, from left to right, none overlapping, the longest first; those only wished, feared or asked are left out. */
export function findCues(sentence: Sentence, index: CueIndex): FoundCue[] {
  if (sentence.question) return []
  const words = wordsOf(sentence)
  const found: FoundCue[] = []
  for (let i = 0; i < words.length; i += 1) {
    const best = longestAt(words, i, index)
    if (!best) continue
    const first = (words[i] as Word).first
    const last = (words[best.end] as Word).last
    if ((sentence.real[first] as number) >= 0.5 && !isSupposed(sentence.tokens, first, sentence.clause)) {
      const side =
        best.pattern.side === 0
          ? Math.sign(best.opinion)
          : best.pattern.side * (best.negated ? 1 : negationOf(sentence, first))
      found.push({ aspect: best.pattern.aspect, side, first, last })
    }
    i = best.end
  }
  return found
}

/** A sentence is read for what it says of aspects, and again for the uses that it names. */
let last: { tokens: Token[]; valence: number[]; words: Word[] } | null = null

function wordsOf({ tokens, valence }: Sentence): Word[] {
  if (last?.tokens !== tokens || last.valence !== valence) last = { tokens, valence, words: readWords(tokens, valence) }
  return last.words
}

function readWords(tokens: Token[], valence: number[]): Word[] {
  const words: Word[] = []
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token
    const word: Word = { lower: token.lower, pos: token.pos, first: i, last: i, valence: valence[i] as number }
    while (isHyphen(tokens, word.last + 1)) {
      word.lower += `-${(tokens[word.last + 2] as Token).lower}`
      word.valence += valence[word.last + 2] as number
      word.last += 2
    }
    i = word.last
    // "last week" is no verb, whatever the tagger says.
    if (word.lower === 'last' && times.has(tokens[i + 1]?.lower ?? '')) word.pos = 'ADJ'
    words.push(word)
  }
  return words
}

const times = new Set(
  'week night year month time summer winter spring autumn monday tuesday wednesday thursday friday saturday sunday weekend minute christmas'.split(
    ' ',
  ),
)

const isHyphen = (tokens: Token[], i: number) =>
  tokens[i]?.text === '-' &&
  i > 0 &&
  tokens[i + 1] !== undefined &&
  (tokens[i - 1] as Token).end === (tokens[i] as Token).start &&
  (tokens[i] as Token).end === (tokens[i + 1] as Token).start &&
  isWord((tokens[i + 1] as Token).text)

interface Match {
  pattern: CuePattern
  last: number
  /** The last word that an element names; wildcards at the end are no part of what is quoted. */
  end: number
  opinion: number
  /** Whether the phrase itself holds a negation: one before it changes nothing. */
  negated: boolean
}

function longestAt(words: Word[], at: number, index: CueIndex): Match | null {
  const { lower } = words[at] as Word
  let best = longestOf(words, at, index.get(lower), null)
  if (isNumber(lower)) best = longestOf(words, at, index.get('#'), best)
  return negators.has(lower) ? longestOf(words, at, index.get('NOT'), best) : best
}

function longestOf(
  words: Word[],
  at: number,
  patterns: readonly CuePattern[] | undefined,
  before: Match | null,
): Match | null {
  if (patterns === undefined) return before
  let best = before
  for (const pattern of patterns) {
    const state = { opinion: 0, content: false, negated: false, end: at }
    const last = match(words, at, pattern.elements, 0, state)
    if (last >= at && state.content && (!best || state.end > best.end))
      best = { pattern, last, opinion: state.opinion, negated: state.negated, end: state.end }
  }
  return best
}

interface MatchState {
  opinion: number
  content: boolean
  negated: boolean
  end: number
}

/** The last word that the elements from `e` fill when the first of them stands at `at`; -1 when they do not. An optional element is filled where that works. */
function match(words: Word[], at: number, elements: readonly CueElement[], e: number, state: MatchState): number {
  const element = elements[e]
  if (!element) return at - 1
  const word = words[at]
  if (word && fills(word, element)) {
    const last = match(words, at + 1, elements, e + 1, state)
    if (last >= 0) {
      if (element.opinion && Math.abs(word.valence) > MILD) state.opinion = word.valence
      if (negators.has(word.lower)) state.negated = true
      if (!isFiller(word, element)) state.end = Math.max(state.end, at)
      if (state.opinion !== 0 || (isNamed(word, element) && !functionWords.has(word.lower))) state.content = true
      return last
    }
  }
  return element.optional ? match(words, at, elements, e + 1, state) : -1
}

const isFiller = (word: Word, element: CueElement) => element.any && !isNamed(word, element)
const isNamed = (word: Word, { words, verbs }: CueElement) => words.has(word.lower) || verbs?.has(word.lower) === true

/** Words that fill phrases and say nothing alone: a phrase of nothing else, its optional words all missing, is none. */
const functionWords = new Set(
  "a an the this that these those it its they them i we us me my our he she his her you your and or like to of in on at by for from with as up down off out over all any one two be is are was were been being am 's 're have has had having 've do does did done will would can could not n't never no nothing nobody none so too very more most much many just only even ever once when if than then there here who what how get gets got go goes went make makes made take takes took come comes came".split(
    ' ',
  ),
)

/** Below this a word's lean, mostly a learned one, is too slight to take a side from. */
const MILD = 0.35

function fills(word: Word, element: CueElement): boolean {
  if (element.words.has(word.lower)) return true
  // "the last one" is no verb; "broken" may well be tagged an adjective.
  if (element.verbs?.has(word.lower))
    return word.pos !== 'NOUN' && word.pos !== 'PROPN' && (word.lower !== 'last' || word.pos === 'VERB')
  if (element.number && isNumber(word.lower)) return true
  if (element.negation && negators.has(word.lower)) return true
  if (element.opinion && Math.abs(word.valence) > MILD) return true
  return (
    element.any &&
    isWord(word.lower) &&
    !negators.has(word.lower) &&
    !contrasts.has(word.lower) &&
    !stopped.has(word.lower)
  )
}

/** What stands before a phrase does to it: 1 leaves it, -1 turns it round, 0 takes its side away ("I do not want stains"). */
function negationOf({ tokens, clause }: Sentence, first: number): number {
  let wanted = false
  for (let i = first - 1; i >= Math.max(0, first - NEGATION_REACH); i -= 1) {
    const { lower, text } = tokens[i] as Token
    if (clause[i] !== clause[first] || text === ',') return 1
    if (wishes.has(lower)) wanted = true
    if (granted.has(lower)) return 1
    // "never so rudely treated" is not turned round.
    if (lower === 'so' || lower === 'such') return 1
    if (stopped.has(lower)) return -1
    if (negators.has(lower)) return wanted ? 0 : noTurn.has(tokens[i + 1]?.lower ?? '') ? 1 : -1
  }
  return 1
}

const wishes = new Set(['want', 'wanted', 'need', 'needed', 'expect', 'expected', 'wish', 'like', 'care'])
/** "I do not deny that they work hard" grants it. */
const granted = new Set(['deny', 'dispute', 'doubt'])
const noTurn = new Set(['only', 'longer', 'matter', 'idea'])

function isSupposed(tokens: Token[], first: number, clause: number[]): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 3); i -= 1) {
    if (clause[i] !== clause[first]) return false
    const { lower } = tokens[i] as Token
    if (supposed.has(lower) || lower === 'others' || lower === 'reviewers') return true
    if (
      (lower === 'would' || lower === 'could' || lower === "'d") &&
      (tokens[i + 1]?.lower === 'have' || tokens[i + 1]?.lower === 'be')
    )
      return true
  }
  return false
}
