import { useAspects } from '@reviewguide/opinions'
import type { CategoryWords, Vocabulary } from '../ports/index.ts'
import { emptyWords, needs, placeWords } from './needs.ts'
import { phraseKey, type Word } from './words.ts'

interface Span {
  start: number
  end: number
}

/** Aspects that a text asks for, and which of its words said so. */
export interface ReadWishes {
  aspects: string[]
  spans: Span[]
}

/** "quieter" → "quiet", "lightest" → "light", "noisier" → "noisy"; other words stay as they are. */
function positiveForm(word: string): string[] {
  const match = /^(.{3,}?)(i?)(?:er|est)$/.exec(word)
  if (!match?.[1]) return [word]
  const root = match[2] ? `${match[1]}y` : match[1]
  return [word, root, root.replace(/(.)\1$/, '$1'), `${root}e`]
}

type Terms = Map<string, { aspect: string; mentions: number }>

/** Built once for each category as the vocabulary holds it; a new vocabulary brings new objects. */
const indexed = new WeakMap<CategoryWords, Terms>()

/** The phrases of a category's aspects by their key: what its reviews say, and for a use ("running") the words of a question as well ("marathon"). */
function termsOf(category: CategoryWords): Terms {
  const kept = indexed.get(category)
  if (kept) return kept
  const index: Terms = new Map()
  for (const { aspect, terms, mentions } of category.aspectTerms) {
    for (const term of [aspect, ...terms, ...(useAspects[aspect] ?? [])]) {
      const key = phraseKey(term)
      const bare = key.length < 2 || key.split(' ').every((word) => emptyWords.has(word))
      if (!bare && (index.get(key)?.mentions ?? 0) < mentions) index.set(key, { aspect, mentions })
    }
  }
  indexed.set(category, index)
  return index
}

/** Most words of a phrase that names an aspect. */
const LONGEST = 4

/** Aspects named outright, the longest phrase first; words that are taken or already read are passed over. */
function namedAspects(
  words: Word[],
  scope: CategoryWords[],
  known: ReadonlySet<string>,
  isFree: (span: Span) => boolean,
): { aspect: string; span: Span }[] {
  const found: { aspect: string; span: Span }[] = []
  for (let size = LONGEST; size >= 1; size--) {
    for (let at = 0; at + size <= words.length; at++) {
      const window = words.slice(at, at + size)
      const span = { start: window[0]?.start ?? 0, end: window.at(-1)?.end ?? 0 }
      if (!isFree(span) || found.some((other) => overlap(span, other.span))) continue
      const key = window.map((word) => word.stem).join(' ')
      const best = scope
        .flatMap((category) => termsOf(category).get(key) ?? [])
        .toSorted((a, b) => b.mentions - a.mentions)[0]
      // "Light" is a need, also where some reviews speak of a light.
      const need = Object.hasOwn(needs, key) ? needs[key] : undefined
      if (
        best &&
        (!need || need.some((aspect) => phraseKey(aspect) === key) || !need.some((aspect) => known.has(aspect)))
      )
        found.push({ aspect: best.aspect, span })
    }
  }
  return found
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/**
 * Reads the aspects that a text asks for: those named outright by the category's own terms, then those that its needs imply
 * ("for running" → fit and water resistance), as far as the category's reviews speak of them. At most five, in the order of the text.
 */
export function readWishes(
  words: Word[],
  taken: Span[],
  category: CategoryWords | undefined,
  vocabulary: Vocabulary,
): ReadWishes {
  const scope = category ? [category] : vocabulary.categories
  const known = new Set(scope.flatMap(({ aspectTerms }) => aspectTerms.map(({ aspect }) => aspect)))
  const found = namedAspects(words, scope, known, (span) => !taken.some((other) => overlap(span, other)))

  const implied: { aspect: string; span: Span }[] = []
  for (const word of words) {
    const need = functions(words, word) ? undefined : positiveForm(word.text).find((form) => Object.hasOwn(needs, form))
    const wanted = need ? needs[need] : placeWords.has(word.text) ? ['location'] : undefined
    const span = { start: word.start, end: word.end }
    // A word of a name or a limit is no wish: "Orso Run" asks for no running.
    if (!wanted || taken.some((other) => overlap(span, other))) continue
    const aspects = wanted.filter((aspect) => known.has(aspect)).slice(0, isSuperlative(words, word) ? 1 : 2)
    implied.push(...aspects.map((aspect) => ({ aspect, span })))
  }

  const all = [...found, ...implied].toSorted((a, b) => a.span.start - b.span.start)
  return { aspects: [...new Set(all.map(({ aspect }) => aspect))].slice(0, 5), spans: all.map(({ span }) => span) }
}

/** "The most comfortable", "quietest": what is the most of one thing is not asked to be good at what often goes with it. */
function isSuperlative(words: Word[], word: Word): boolean {
  const before = words[words.indexOf(word) - 1]?.text
  // "Honest" is a need as it stands.
  return before === 'most' || (/^.{3,}est$/.test(word.text) && !Object.hasOwn(needs, word.text))
}

/** "Does it work on carpets" asks whether it does, and for nothing to work with. */
function functions(words: Word[], word: Word): boolean {
  const before = words[words.indexOf(word) - 1]?.text ?? ''
  return word.text === 'work' && /^(?:it|they|this|that|these|those|to|does|do|will|would)$/.test(before)
}

/** Words of the text that are needs or places, whatever the category: they are understood even when no aspect answers them. */
export function isNeedWord(word: Word): boolean {
  return placeWords.has(word.text) || positiveForm(word.text).some((form) => Object.hasOwn(needs, form))
}
