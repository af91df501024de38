import type { CategoryWords, Vocabulary } from '../ports/index.ts'
import { categoryWords } from './needs.ts'
import { findPhrase, phraseKey, type Word } from './words.ts'

/** A category that a text names, and the words that did. */
export interface ReadCategory {
  category: CategoryWords
  /** By its own name, and not by a word that only means it or something like it. */
  own: boolean
  start: number
  end: number
}

interface Entry {
  key: string
  category: CategoryWords
  /** Own names outrank synonyms. */
  own: boolean
}

/** Made once for each vocabulary; a new one brings new objects. */
const entriesKept = new WeakMap<CategoryWords[], Entry[]>()

/** The phrases by which each category can be named: its own name, the last word of it ("espresso machines" → "machine" is too wide, so only of two or more shared by none), and synonyms. */
export function entriesOf(categories: CategoryWords[]): Entry[] {
  const kept = entriesKept.get(categories)
  if (kept) return kept
  const entries = categories.flatMap((category) => {
    const key = phraseKey(category.category)
    const synonyms = Object.hasOwn(categoryWords, key) ? (categoryWords[key] ?? []) : []
    return [
      { key, category, own: true },
      ...synonyms.map((synonym) => ({ key: phraseKey(synonym), category, own: false })),
    ]
  })
  entriesKept.set(categories, entries)
  return entries
}

/** Reads the categories that the words name, the longest phrase first, own names before synonyms; overlapping ones are read once. */
export function readCategories(words: Word[], categories: CategoryWords[]): ReadCategory[] {
  const entries = entriesOf(categories).toSorted(
    (a, b) => Number(b.own) - Number(a.own) || b.key.length - a.key.length || b.category.reviews - a.category.reviews,
  )
  const found: ReadCategory[] = []
  for (const { key, category, own } of entries) {
    for (const span of findPhrase(words, key)) {
      if (found.some((other) => span.start < other.end && other.start < span.end)) continue
      found.push({ category, own, ...span })
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}

const foreignStems = new Set(
  Object.entries(categoryWords)
    // A meal is also had in a hotel.
    .filter(([name]) => name !== 'restaurant')
    .flatMap(([name, synonyms]) => [name, ...synonyms].map(phraseKey)),
)

/** Whether any of the words is one for a kind of thing that none of the categories is. */
export function namesForeign(words: Word[], categories: CategoryWords[]): boolean {
  const entries = new Set(entriesOf(categories).map(({ key }) => key))
  return words.some(({ stem }) => foreignStems.has(stem) && !entries.has(stem))
}

/** The categories whose reviews speak of any of the aspects, the one that speaks of them most first. */
export function categoriesSpeakingOf(aspects: string[], { categories }: Vocabulary): CategoryWords[] {
  const mentions = ({ aspectTerms }: CategoryWords) =>
    aspectTerms.reduce((sum, row) => sum + (aspects.includes(row.aspect) ? row.mentions : 0), 0)
  return categories.filter((category) => mentions(category) > 0).toSorted((a, b) => mentions(b) - mentions(a))
}
