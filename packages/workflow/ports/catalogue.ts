import type { Category, ItemId, Kind } from '@reviewguide/contracts'

/** The catalogue's own words, which the parser of questions knows a need by. Small: categories, brands and aspects, never item names. */
export interface Vocabulary {
  /** Grows by one with every change of the corpus; what is derived from a vocabulary may be kept as long as this is the same. */
  version: number
  categories: CategoryWords[]
  /** Brand names as stored, most reviewed first. */
  brands: string[]
  /** Currency that most prices of the corpus are in: what "under 100" means where none is said. Null without prices. */
  currency: string | null
}

export interface CategoryWords extends Category {
  /** Aspects by the number of reviews that mention them, most first, with the words that people use for each. */
  aspectTerms: { aspect: string; mentions: number; terms: string[] }[]
  brands: string[]
}

/** An item whose name (or a close spelling of it) stands in a text. */
export interface NamedItem {
  itemId: ItemId
  name: string
  category: string
  kind: Kind
  /** The words of the text that were taken for the name, in UTF-16 units. */
  start: number
  end: number
  /** 1 for the name letter by letter, less for a close spelling. */
  similarity: number
}

/** What the corpus has, in its own words. */
export interface Catalogue {
  /** Cached by the adapter until the corpus changes. */
  vocabulary(signal: AbortSignal): Promise<Vocabulary>
  /** Items named in the text, in the order of their mention; of overlapping names the longest and most similar wins. */
  namedIn(text: string, signal: AbortSignal): Promise<NamedItem[]>
}
