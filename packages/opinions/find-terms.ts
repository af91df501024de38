import type { Sentence } from './analyse-text.ts'
import type { AspectNames } from './aspect-names.ts'
import type { Token } from './tokens.ts'
import { valenceOf } from './valence-of.ts'

/** A run of tokens that names an aspect. `listed` tells that the category's lists know it. */
export interface Term {
  first: number
  last: number
  aspect: string
  listed: boolean
}

/** The terms of a sentence, in order, none overlapping: listed ones by their longest match, then noun phrases of up to three nouns. */
export function findTerms(sentence: Sentence, names: AspectNames): Term[] {
  const { tokens } = sentence
  const found: Term[] = []
  let i = 0
  while (i < tokens.length) {
    const listed = matchListed(tokens, i, names)
    if (listed) {
      found.push(listed)
      i = listed.last + 1
      continue
    }
    if (!isNoun(tokens[i] as Token)) {
      i += 1
      continue
    }
    let last = i
    while (
      last + 1 < tokens.length &&
      last - i < 3 &&
      adjoins(tokens, last) &&
      (isNoun(tokens[last + 1] as Token) || isJoin(tokens, last + 1))
    )
      last += 1
    while (last > i && !isNoun(tokens[last] as Token)) last -= 1
    const term = nounTerm(tokens, i, last, names)
    if (term) found.push(term)
    i = last + 1
  }
  return found
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
    // A longer compound may follow ("battery life indicator"): the nouns after it stay out of the name.
    return { first: at, last, aspect, listed: true }
  }
  return null
}

const isNoun = (token: Token) => token.pos === 'NOUN' || (token.pos === 'PROPN' && /\p{L}/u.test(token.text))
const isJoin = (tokens: Token[], i: number) =>
  tokens[i]?.text === '-' &&
  tokens[i]?.start === tokens[i - 1]?.end &&
  tokens[i + 1]?.start === tokens[i]?.end &&
  isNoun(tokens[i + 1] as Token)
const adjoins = (tokens: Token[], i: number) => (tokens[i + 1] as Token).start - (tokens[i] as Token).end <= 1

function nounTerm(tokens: Token[], from: number, last: number, names: AspectNames): Term | null {
  let first = from
  // An opinion word that was taken for a noun ("excellent staff", "great value") is no part of the name.
  while (
    first < last &&
    (valenceOf((tokens[first] as Token).lower) !== 0 || !/\p{L}/u.test((tokens[first] as Token).text))
  )
    first += 1
  const words = tokens.slice(first, last + 1).map((token) => token.lower)
  const aspect = names.normalise(words)
  if (aspect === null) return null
  const listed =
    names.known(words.join(' ')) !== undefined || names.known(words[words.length - 1] as string) !== undefined
  if (listed) return { first, last, aspect, listed }
  // Names of brands and people are capitalised; an opinion noun ("disappointment") is the judgement and not what it is about.
  if (tokens.slice(first, last + 1).some((token) => token.pos === 'PROPN' && !(token.start === tokens[0]?.start)))
    return null
  if (valenceOf(words[words.length - 1] as string) !== 0 || (first === 0 && tokens[0]?.pos === 'PROPN')) return null
  return { first, last, aspect, listed }
}
