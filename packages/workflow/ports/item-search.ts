import type { Item, ItemId, Kind, Money } from '@reviewguide/contracts'
import type { PriceOrder } from './turn-memory.ts'

/** A need. All but `text`, `aspects` and `limit` are hard limits: no candidate ever breaks one. */
export interface ItemQuery {
  /** What is looked for, in words; may be empty when the limits say all. */
  text: string
  category?: string
  kind?: Kind
  /** Only these items. */
  itemIds?: ItemId[]
  brandsIn: string[]
  brandsOut: string[]
  itemsOut: ItemId[]
  budget?: { max?: Money; min?: Money }
  /** Where no words order: candidates by price in that currency, those without one last. */
  priceOrder?: PriceOrder
  /** Lowest adjusted rating, in stars. */
  minRating?: number
  /** Aspects that the candidates' reviews had better speak of; they order and never exclude. */
  aspects: string[]
  limit: number
}

export interface Candidate extends Item {
  /** How well the item's own words fit the query's text, 0 to 1; 1 when there is no text. */
  relevance: number
}

/** An item that fits but for one hard limit; named to the reader, never slipped in. */
export interface LeftOut {
  item: Item
  /** The feature that it lacks, as its catalogue calls it; with `lacks_feature` only. */
  feature?: string
  reason:
    | 'over_budget'
    | 'under_budget'
    | 'unknown_price'
    | 'other_currency'
    | 'brand_excluded'
    | 'low_rating'
    | 'lacks_feature'
}

export interface SearchResult {
  candidates: Candidate[]
  /** At most five, the most reviewed first. */
  leftOut: LeftOut[]
  /** Reviews of all candidates together. */
  reviews: number
}

/** Finds candidates in one source: the corpus, or the live web. */
export interface ItemSearch {
  search(query: ItemQuery, signal: AbortSignal): Promise<SearchResult>
}
