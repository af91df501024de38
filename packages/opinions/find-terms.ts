import type { Sentence } from './analyse-text.ts'
import type { AspectNames } from './aspect-names.ts'
import { verbTermAt } from './find-verb-terms.ts'
import { containers } from './lexicon/containers.ts'
import { plainAdjectives } from './lexicon/plain-adjectives.ts'
import { impliedNames } from './lexicon/synonyms.ts'
import { chunkEnd, classifierAt, isNoun } from './noun-chunks.ts'
import { type Term, wordsOf } from './term.ts'
import type { Token } from './tokens.ts'
import { valenceOf } from './valence-of.ts'

/** The terms of a sentence, in order, none overlapping: noun phrases and listed terms, whichever reach further, and verbs that are judged. */
export function findTerms(sentence: Sentence, names: AspectNames): Term[] {
  const { tokens } = sentence
  const found: Term[] = []
  let i = 0
  while (i < tokens.length) {
    const listed = matchListed(tokens, i, names)
    const end = chunkEnd(tokens, i, names)
    const verb = listed ? null : verbTermAt(sentence, i, names)
    const term =
      listed && listed.last >= end ? listed : (verb ?? (end >= 0 ? chunkTerm(tokens, i, end, names) : null) ?? listed)
    if (term) found.push(withContainer(tokens, term))
    i = Math.max(i, end, term?.last ?? i) + 1
  }
  return found
}

/** "a glass of wine", "a bowl of soup": one name of what is in it. */
function withContainer(tokens: Token[], term: Term): Term {
  const { first, listed } = term
  const holds = listed && tokens[first - 1]?.lower === 'of' && containers.has(tokens[first - 2]?.lower ?? '')
  return holds ? { ...term, first: first - 2 } : term
}

function matchListed(tokens: Token[], at: number, names: AspectNames): Term | null {
  const first = tokens[at] as Token
  if (!names.openers.has(first.lower)) return null
  for (let last = Math.min(tokens.length - 1, at + names.longest - 1); last > at; last -= 1) {
    const term = tokens
      .slice(at, last + 1)
      .map((token) => token.lower)
      .join(' ')
    const aspect = names.known(term) ?? names.known(term.replaceAll(' - ', '-'))
    if (!aspect) continue
    // "set up" is a setup as a noun only, "check in" likewise.
    if (first.pos === 'VERB' && tokens[last]?.pos === 'ADP') continue
    return { first: at, last, aspect, listed: true, common: names.isCommon(term) }
  }
  return null
}

/** "Windows 7 Home", "Office 2010 Professional": what stands in capitals after a version belongs to it. */
const isEdition = (tokens: Token[], i: number) =>
  /^[A-Z]/.test(tokens[i]?.text ?? '') &&
  (/^\d/.test(tokens[i - 1]?.text ?? '') || /^\d/.test(tokens[i - 2]?.text ?? ''))

const impliedBy = new Map(Object.entries(impliedNames))

const isWord = ({ text }: Token) => /\p{L}/u.test(text)

/** The name within the run of words from `from` to `to`: without judgements and the item's own name before it, and without what names nothing after it. */
function chunkTerm(tokens: Token[], from: number, to: number, names: AspectNames): Term | null {
  let first = from
  let last = to
  const known = () => names.known(textOf(tokens, first, last))
  while (first < last && !known() && isBefore(tokens, first, names)) first += 1
  while (first < last && !known() && !isEdition(tokens, last) && namesNothing(tokens[last] as Token, names)) last -= 1
  while (last > first && !isNameEnd(tokens[last] as Token, names)) last -= 1
  const words = tokens.slice(first, last + 1).map((token) => token.lower)
  const implied = impliedBy.get(words[words.length - 1] as string)
  if (implied && names.known(words.join(' ')) === undefined)
    return { first: last, last, aspect: implied, listed: true, implicit: true }
  // "Windows 7": the number of a version is part of the name, and says nothing of what it names.
  while (words.length > 1 && /^[\d.]+$/.test(words[words.length - 1] as string)) words.pop()
  const aspect = names.normalise(words)
  if (aspect === null) return isEdition(tokens, last) ? prefixTerm(tokens, first, last, names) : null
  const listed =
    names.known(words.join(' ')) !== undefined || names.known(words[words.length - 1] as string) !== undefined
  if (listed) return { first, last, aspect, listed, common: isCommon(words, names) }
  const part = prefixTerm(tokens, first, last, names)
  if (part) return part
  // Names of brands and people are capitalised; an opinion noun ("disappointment") is the judgement and not what it is about.
  if (tokens.slice(first, last + 1).some((token) => token.pos === 'PROPN' && !(token.start === tokens[0]?.start)))
    return null
  if (valenceOf(words[words.length - 1] as string) !== 0 || (first === 0 && tokens[0]?.pos === 'PROPN')) return null
  return { first, last, aspect, listed }
}

/** "battery indicator", "gas mileage gauge": what no list knows, of a thing that one knows, is said of that thing. */
function prefixTerm(tokens: Token[], first: number, last: number, names: AspectNames): Term | null {
  for (let end = last - 1; end >= first; end -= 1) {
    const name = textOf(tokens, first, end)
    const aspect = names.isCommon(name) ? undefined : names.known(name)
    if (aspect) return { first, last, aspect, listed: true }
  }
  return null
}

const isCommon = (words: string[], names: AspectNames) =>
  names.isCommon(words.join(' ')) ||
  (names.known(words.join(' ')) === undefined && names.isCommon(words[words.length - 1] as string))

const textOf = (tokens: Token[], first: number, last: number) => wordsOf(tokens, { first, last })

const isNameEnd = (token: Token, names: AspectNames) =>
  isNoun(token) || /^[\d.]+$/.test(token.text) || names.known(token.lower) !== undefined

/** "keyboard problems", "Windows laptop", "screen anytime": the last word is no part of a name that stands before it. */
const namesNothing = (token: Token, names: AspectNames) =>
  isNoun(token) &&
  names.known(token.lower) === undefined &&
  (names.isVacuous(token.lower) || valenceOf(token.lower) !== 0)

/** "excellent staff", "laptop screen", "Small screen" in a headline: what stands before a name without being part of it. */
function isBefore(tokens: Token[], i: number, names: AspectNames): boolean {
  if (classifierAt(tokens, i) > 0) return false
  const token = tokens[i] as Token
  return (
    !isWord(token) ||
    plainAdjectives.has(token.lower) ||
    (Math.abs(valenceOf(token.lower)) > JUDGING && names.known(token.lower) === undefined) ||
    names.isItem(token.lower)
  )
}

/** Below this a word's lean is a learned one and too slight to be a judgement. */
const JUDGING = 0.6
