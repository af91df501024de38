import learned from './learned.json' with { type: 'json' }
import { contextWords } from './lexicon/context-words.ts'
import { emojiValence } from './lexicon/emoji.ts'
import { misspeltWords } from './lexicon/misspelt-words.ts'
import * as words from './lexicon/words.ts'
import { type PhraseNode, phrasesFrom } from './phrase-tree.ts'

const valences = new Map<string, number>()
const add = (list: string, value: number) => {
  for (const word of list.trim().split(/\s+/)) if (!valences.has(word)) valences.set(word, value)
}
add(words.strongPositive, 2)
add(words.strongNegative, -2)
add(words.weakPositive, 0.6)
add(words.weakNegative, -0.6)
add(words.positive, 1.3)
add(words.negative, -1.3)

/** Learned words speak more softly than those that a person put on a list: each alone is less sure. */
const LEARNED_SHARE = 0.5

const learnedWords = new Map(
  Object.entries(learned.words as Record<string, number>).map(([word, value]): [string, number] => [
    word,
    LEARNED_SHARE * Math.max(-1.5, Math.min(1.5, value / 100)),
  ]),
)

const topics = new Map(
  Object.entries(learned.topics as Record<string, number>).map(([words, value]): [string, number] => [
    words,
    value / 100,
  ]),
)

/** By first and second word: whole pairs would have to be joined for every look. */
const pairs = new Map<string, Map<string, number>>()
for (const [words, value] of topics) {
  const [first, second] = words.split(' ') as [string, string?]
  if (!second) continue
  const nexts = pairs.get(first) ?? new Map<string, number>()
  nexts.set(second, value)
  pairs.set(first, nexts)
}

/** What is known of a word wherever it stands. Read once for each word and kept on its tokens: most words are on no list, and to find that out in a large map costs more than all that is done with it. */
export interface Word {
  /** See `valenceOf`. */
  valence: number
  /** What its mention says about the side of a remark, in units of valence; 0 for most. */
  topic: number
  /** The same for its pairs with words that follow it, by those words; null for most. */
  pairs: ReadonlyMap<string, number> | null
  /** Whether it judges in context only: see contextWords. */
  inContext: boolean
  /** The phrases that begin with it; null for most. */
  phrases: PhraseNode | null
}

/** Bounded: a corpus has endless words, and most are met once. Those that matter are back at once. */
const MOST_WORDS = 20_000
const memory = new Map<string, Word>()

/** What is known of a word in lower case. */
export function wordOf(lower: string): Word {
  const known = memory.get(lower)
  if (known !== undefined) return known
  const word = {
    valence: look(lower),
    topic: topics.get(lower) ?? 0,
    pairs: pairs.get(lower) ?? null,
    inContext: Object.hasOwn(contextWords, lower),
    phrases: phrasesFrom(lower),
  }
  if (memory.size >= MOST_WORDS) memory.clear()
  memory.set(lower, word)
  return word
}

/**
 * How favourable a word is by itself, about -2.5 to 2.5; 0 for words that judge nothing, or only in context. Inflections are led back to a base form; words
 * that the hand-written lists lack have a learned weight, at most 1.
 */
export const valenceOf = (word: string): number => wordOf(word).valence

function look(word: string): number {
  const smile = emojiValence.get(word.replace('\ufe0f', ''))
  if (smile !== undefined) return smile
  if (word in contextWords) return 0
  const right = misspeltWords.get(word)
  if (right !== undefined) return look(right)
  for (const form of forms(word)) {
    const value = valences.get(form)
    if (value !== undefined) return value
  }
  if (word.endsWith('less') && word.length > 6) return -0.5
  return learnedWords.get(word) ?? 0
}

/** Whether a word stands on a hand-written list as it is, not only a form of it. */
export const isListed = (word: string): boolean => valences.has(word) || valences.has(word.replace(/'?s$/, ''))

/** Whether the worth of a word was learned and stands on no list. */
export const isLearned = (word: string): boolean => learnedWords.has(word) && valenceOf(word) === learnedWords.get(word)

/** What a remark leans to before a word of it is read. */
export const learnedBias: number = learned.bias / 100

/** Turns the learned weights off: the trainer starts from the hand-written lists alone. */
export function forgetLearned(): void {
  learnedWords.clear()
  memory.clear()
}

/** The word and the base forms it may come from, likeliest first. */
export function forms(word: string): string[] {
  const found = [word]
  const squeezed = word.replace(/(\p{L})\1{2,}/gu, '$1$1')
  if (squeezed !== word) found.push(squeezed, word.replace(/(\p{L})\1{2,}/gu, '$1'))
  for (const [suffix, replacements] of suffixes) {
    if (word.length - suffix.length < 3 || !word.endsWith(suffix)) continue
    const stem = word.slice(0, -suffix.length)
    for (const replacement of replacements) found.push(stem + replacement)
    if (/([bdgmnprt])\1$/.test(stem)) found.push(stem.slice(0, -1))
  }
  return found
}

const suffixes: [string, string[]][] = [
  ['ies', ['y']],
  ['ied', ['y']],
  ['iest', ['y']],
  ['ier', ['y']],
  ['es', ['', 'e']],
  ['s', ['']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['est', ['', 'e']],
  ['er', ['', 'e']],
]
