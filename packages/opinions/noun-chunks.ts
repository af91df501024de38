import type { AspectNames } from './aspect-names.ts'
import { classifyingWords } from './lexicon/classifying-words.ts'
import type { Token } from './tokens.ts'

/** Longer runs of nouns are lists without commas or headlines, and name no one thing. */
const LONGEST_CHUNK = 6

export const isNoun = (token: Token): boolean =>
  token.pos === 'NOUN' || (token.pos === 'PROPN' && /\p{L}/u.test(token.text))

/**
 * How many tokens from `i` on are a word that says which kind: 1 for "external", 3 for "built-in", 2 for "built in"; 0 when they are none, as adverbs are ("still").
 */
export function classifierAt(tokens: Token[], i: number): number {
  const { lower, pos, end } = tokens[i] as Token
  const [second, third] = [tokens[i + 1], tokens[i + 2]]
  if (second?.text === '-' && third && end === second.start && classifyingWords.has(`${lower}-${third.lower}`)) return 3
  if (lower === 'built' && second?.lower === 'in' && third && isNoun(third)) return 2
  return pos !== 'ADV' && pos !== 'ADP' && classifyingWords.has(lower) ? 1 : 0
}

/**
 * The last token of the run of words from `at` that may name one thing: nouns, the words that classify them, hyphens within a word, and the number of a version ("Windows 7"). -1 when
 * none begins there.
 */
export function chunkEnd(tokens: Token[], at: number, names: AspectNames): number {
  let end = -1
  for (let i = at; i < Math.min(tokens.length, at + LONGEST_CHUNK); i += 1) {
    const token = tokens[i] as Token
    if (i > at && !adjoins(tokens[i - 1] as Token, token)) break
    if (isNoun(token) || isMistaggedName(tokens, i, names)) end = i
    else if (i > at && isVersion(tokens, i)) end = i
    else {
      const classifier = classifierAt(tokens, i)
      if (classifier === 0 && !(i > at && isHyphen(tokens, i))) break
      i += Math.max(0, classifier - 1)
    }
  }
  return end
}

/** A listed name that the tagger took for something else, where only a noun can stand: "fast service", "an entree", "the sound". */
function isMistaggedName(tokens: Token[], i: number, names: AspectNames): boolean {
  const { lower, pos } = tokens[i] as Token
  const before = tokens[i - 1]
  if (pos === 'X') return names.known(lower) !== undefined
  if (!before || pos === 'PUNCT') return false
  const next = tokens[i + 1]
  const ends = !next || next.pos === 'PUNCT' || next.pos === 'AUX' || next.pos === 'ADP' || next.pos === 'CCONJ'
  // The name comes last: it is the costliest to look for.
  return (
    ends &&
    (before.pos === 'DET' || before.pos === 'ADJ' || owners.has(before.lower)) &&
    names.known(lower) !== undefined
  )
}

const owners = new Set(['my', 'its', "it's", 'their', 'our', 'your', 'his', 'her', "'s"])

const adjoins = (left: Token, right: Token) => right.start - left.end <= 1

/** "Windows 7", "Pentium 4", "OS 10.6"; "camera 2 weeks" is none. */
const isVersion = (tokens: Token[], i: number) =>
  /^(?:\d{1,2}(?:\.\d{1,2})*|xp|[ivx]{1,4})$/i.test((tokens[i] as Token).text) &&
  /^[A-Z]|^windows$/.test((tokens[i - 1] as Token).text) &&
  isNoun(tokens[i - 1] as Token) &&
  (tokens[i + 1]?.pos !== 'NOUN' || /^[A-Z]/.test(tokens[i + 1]?.text ?? ''))

const isHyphen = (tokens: Token[], i: number) =>
  tokens[i]?.text === '-' &&
  tokens[i]?.start === tokens[i - 1]?.end &&
  tokens[i + 1]?.start === tokens[i]?.end &&
  isNoun(tokens[i + 1] as Token)
