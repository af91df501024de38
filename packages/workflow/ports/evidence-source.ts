import type { EvidenceData, ItemId, Polarity, Rating } from '@reviewguide/contracts'
import type { AspectPrior } from '@reviewguide/opinions'

export type { AspectPrior }

/** What the reviews of an item say on one aspect. Counts are of reviews, each once; weights are the sums of their trust times age decay. */
export interface AspectLedger {
  aspect: string
  positive: number
  negative: number
  /** Reviews that say both, or neither: part of `mentions`, on no side. */
  undecided: number
  mentions: number
  positiveWeight: number
  negativeWeight: number
}

/** The figures of one item, all computed from stored reviews. */
export interface ItemLedger {
  itemId: ItemId
  /** All its reviews, rated or not. */
  reviews: number
  rating: Rating
  /** Sum of the trust times age decay of the rated reviews: how many full votes they are worth. */
  ratingWeight: number
  /** Mean tone of its reviews, -1 (all complaint) to 1 (all praise), by the same weights; null where none could be read. */
  tone: number | null
  aspects: AspectLedger[]
}

/** What is usual in a category: the prior that small counts are drawn towards. */
export interface CategoryPrior {
  category: string
  /** Mean rating of its reviews in stars; null when none is rated. */
  ratingMean: number | null
  /** What is usual for each aspect that enough reviews speak of; the most mentioned first. */
  aspects: Record<string, AspectPrior>
  /** The same over all aspects: for those that too few speak of. */
  usual: AspectPrior
}

/** A span of a review that can stand as evidence: an evidence part that has no number yet. */
export type Quote = Omit<EvidenceData, 'n'> & { aspect: string; polarity: Polarity }

export interface QuoteRequest {
  itemIds: ItemId[]
  /** Which aspects; empty for the item's most mentioned ones. */
  aspects: string[]
  /** Most quotes of each polarity for each item and aspect. */
  perSide: number
}

/** The opinions of the corpus, weighed and quotable. */
export interface EvidenceSource {
  /** One ledger for each item, in the order asked; unknown items are left out. */
  ledgers(itemIds: ItemId[], signal: AbortSignal): Promise<ItemLedger[]>
  priors(categories: string[], signal: AbortSignal): Promise<CategoryPrior[]>
  /** Quotes that stand for what most say there, best first; `text.slice(start, end) === quote` holds for each in its stored review. No review twice for one item, aspect and side. */
  quotes(request: QuoteRequest, signal: AbortSignal): Promise<Quote[]>
}
