import type { CategoryWords, Vocabulary } from '../ports/index.ts'
import { emptyWords, needs } from './needs.ts'
import { isNeedWord } from './wishes.ts'
import { stem, type Word, wordsOf } from './words.ts'

/** Letters. Shorter words that were meant have neighbours that are words of their own ("light" and "might"), and so have shorter slips. */
const SHORTEST_MEANT = 7
const SHORTEST_SLIP = 6

const letters = 'abcdefghijklmnopqrstuvwxyz'
const vowels = 'aeiou'

/** Built once for each vocabulary; a new one brings new objects. */
const kept = new WeakMap<CategoryWords[], Known>()

interface Known {
  /** The words that wishes are made of, lower case: those of needs and of what the reviews of any category speak of. */
  wishes: ReadonlySet<string>
  brands: ReadonlySet<string>
}

function knownTo({ categories, brands }: Vocabulary): Known {
  const before = kept.get(categories)
  if (before) return before
  const wordsIn = (phrases: string[]) => phrases.flatMap((phrase) => wordsOf(phrase).map(({ text }) => text))
  const terms = categories.flatMap(({ category, aspectTerms }) => [
    category,
    ...aspectTerms.flatMap(({ aspect, terms: phrases }) => [aspect, ...phrases]),
  ])
  const known = {
    wishes: new Set([...Object.keys(needs), ...wordsIn(terms)]),
    brands: new Set(wordsIn([...brands, ...categories.flatMap((category) => category.brands)])),
  }
  kept.set(categories, known)
  return known
}

/**
 * The words with slips of the pen put right: "comfrtable", "battry", "relaible" are read as the words of wishes that they were meant to be; their places stay. Only slips that hardly
 * ever make another word are: a letter left out, one typed twice, two swapped, a vowel for another. "Heating" is no slip of "hearing", and a word that any wish knows is none. Pure.
 */
export function correctSlips(words: Word[], vocabulary: Vocabulary): Word[] {
  const { wishes, brands } = knownTo(vocabulary)
  const isKnown = (word: Word) =>
    wishes.has(word.text) ||
    wishes.has(word.stem) ||
    brands.has(word.text) ||
    emptyWords.has(word.text) ||
    isNeedWord(word)
  return words.map((word) => {
    if (word.text.length < SHORTEST_SLIP || !/^[a-z]+$/.test(word.text) || isKnown(word)) return word
    const meant = slipsUndone(word.text).find((other) => other.length >= SHORTEST_MEANT && wishes.has(other))
    return meant ? { ...word, text: meant, stem: stem(meant) } : word
  })
}

/** All words that a single such slip makes this one of; the first letter is hardly ever wrong. */
function slipsUndone(word: string): string[] {
  const undone: string[] = []
  for (let at = 1; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)]
    const [next = '', afterNext = ''] = tail
    // What an "s" at the end makes of a word is its plural.
    for (const letter of letters) if (tail !== '' || letter !== 's') undone.push(head + letter + tail)
    if (next === head.at(-1)) undone.push(head + tail.slice(1))
    if (afterNext !== '') undone.push(head + afterNext + next + tail.slice(2))
    if (vowels.includes(next) && next !== '') for (const vowel of vowels) undone.push(head + vowel + tail.slice(1))
  }
  return undone
}
