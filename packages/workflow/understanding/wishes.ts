import type { CategoryWords, Vocabulary } from '../ports/index.ts'
import { emptyWords, needs, placeWords } from './needs.ts'
import { findPhrase, phraseKey, type Word } from './words.ts'

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

/**
 * Reads the aspects that a text asks for: those named outright by the category's own terms, then those that its needs imply
 * ("for running" → fit and sweat), as far as the category's reviews speak of them. At most five, in the order of the text.
 */
export function readWishes(
  words: Word[],
  taken: Span[],
  category: CategoryWords | undefined,
  vocabulary: Vocabulary,
): ReadWishes {
  const free = (span: Span) => !taken.some((other) => span.start < other.end && other.start < span.end)
  const scope = category ? [category] : vocabulary.categories
  const found: { aspect: string; span: Span }[] = []

  const terms = scope
    .flatMap(({ aspectTerms }) => aspectTerms)
    .flatMap(({ aspect, terms, mentions }) =>
      [aspect, ...terms].map((term) => ({ aspect, mentions, key: phraseKey(term) })),
    )
    .filter(({ key }) => key.length > 1 && !key.split(' ').every((word) => emptyWords.has(word)))
    .toSorted((a, b) => b.key.length - a.key.length || b.mentions - a.mentions)
  for (const { aspect, key } of terms) {
    for (const span of findPhrase(words, key)) {
      if (!free(span) || found.some((other) => span.start < other.span.end && other.span.start < span.end)) continue
      found.push({ aspect, span })
    }
  }

  const known = new Map(
    scope.flatMap(({ aspectTerms }) => aspectTerms.map(({ aspect, mentions }) => [aspect, mentions])),
  )
  const implied: { aspect: string; span: Span }[] = []
  for (const word of words) {
    const need = positiveForm(word.text).find((form) => Object.hasOwn(needs, form))
    const wanted = need ? needs[need] : placeWords.has(word.text) ? ['location'] : undefined
    if (!wanted) continue
    const span = { start: word.start, end: word.end }
    const aspects = wanted.filter((aspect) => known.has(aspect)).slice(0, 2)
    implied.push(...aspects.map((aspect) => ({ aspect, span })))
  }

  const all = [...found, ...implied].toSorted((a, b) => a.span.start - b.span.start)
  return { aspects: [...new Set(all.map(({ aspect }) => aspect))].slice(0, 5), spans: all.map(({ span }) => span) }
}

/** Words of the text that are needs or places, whatever the category: they are understood even when no aspect answers them. */
export function isNeedWord(word: Word): boolean {
  return placeWords.has(word.text) || positiveForm(word.text).some((form) => Object.hasOwn(needs, form))
}
