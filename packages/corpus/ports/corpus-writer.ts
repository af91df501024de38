import type { ImportId, ImportReport, ItemId, Kind, Money, ReviewId } from '@reviewguide/contracts'
import type { AspectPrior, ItemMentions, QuoteCandidate } from '@reviewguide/opinions'
import type { AnalysedReview, Weigh } from './analyser.ts'
import type { TrustScience } from './trust-science.ts'

export type { AspectPrior, ItemMentions, QuoteCandidate }

/** An item as a row of a file describes it; what the row leaves out is null. */
export interface NewItem {
  itemId: ItemId
  source: string
  externalId: string | null
  name: string
  /** True when the row gave no name and `name` was made from its id; a later row's real name replaces it. */
  nameless: boolean
  /** True when the row holds an item and no review: such an item stays in the catalogue without reviews. */
  described: boolean
  kind: Kind
  brand: string | null
  category: string
  price: Money | null
  url: string | null
  image: string | null
  attributes: Record<string, string | number | boolean>
}

/** A cleaned review under its key. */
export interface NewReview {
  reviewId: ReviewId
  itemId: ItemId
  source: string
  externalId: string | null
  title: string | null
  body: string
  /** In stars, 1 to 5; what the source said stands in `ratingOriginal`, on a scale up to `ratingScale`. */
  rating: number | null
  ratingOriginal: number | null
  ratingScale: number | null
  writtenAt: string | null
  author: string | null
  verified: boolean | null
  helpfulVotes: number | null
  url: string | null
  language: string | null
  /** A digest of all that the row said, by which a correction is told; null for a review without an id of its own, whose content is its identity. */
  content: string | null
}

/** An analysed review on its way into the corpus. */
export interface WrittenReview extends NewReview, AnalysedReview {
  /** The category that it was analysed under; where the item's is another by now, it is analysed again before the figures are made. */
  analysedAs: string
  /** True when it takes the place of the stored review of its id, which keeps its import; otherwise a stored review is left as it is. */
  replaces: boolean
}

export interface WriteBatch {
  importId: ImportId
  items: NewItem[]
  reviews: WrittenReview[]
}

/** What the corpus holds of a batch: contents of stored reviews by id (null where none was kept), categories of stored items by id. */
export interface Known {
  reviews: Map<ReviewId, string | null>
  categories: Map<ItemId, string>
}

/** The sums of one item's or category's ratings that an adjusted rating is computed from. */
export interface RatingSums {
  /** Mean of the stars; null without a rating. */
  mean: number | null
  /** The same, each rating counted by the trust of its review. */
  weightedMean: number | null
  count: number
  /** Sum of the trust of the rated reviews. */
  weight: number
}

/** Draws an item's rating towards its category's when votes are few; null without a rating. */
export type AdjustRating = (item: RatingSums, category: RatingSums) => number | null

/** The methods that the figures of items are computed by; handed in, so that each has one home. */
export interface Science {
  weigh: Weigh
  trust: TrustScience
  adjustRating: AdjustRating
  /** Days after which a review of the category counts half. */
  halfLifeDays: (category: string, kind: Kind) => number
  /** What a review counts in each begun quarter of a year of its age, 0 to 1, the last for all older. */
  ageWeights: (halfLifeDays: number) => number[]
  /** When an aspect that no list knows counts as one of a category: see `openAspects` of the science. */
  openAspects: { fewest: number; fewOf: number; share: number; tells: number; definite: number }
  /** What is usual for all aspects of a category together, from what is said of each item. */
  fitUsualPrior: (items: readonly ItemMentions[]) => AspectPrior
  /** What is usual for one aspect, from what is said of it for each item. */
  fitAspectPrior: (items: readonly ItemMentions[], usual: AspectPrior) => AspectPrior
  /** By cell, the indices of the best quotes of one item, best first, at most `perCell`. */
  chooseQuotes: (candidates: readonly QuoteCandidate[], perCell: number) => Map<string, number[]>
}

export interface ImportStart {
  importId: ImportId
  file: string
  source: string
  format: string
}

export interface Written {
  added: number
  updated: number
  opinions: number
}

/** A stored review with the category of its item. */
export type MovedReview = NewReview & { category: string }

export interface Undone {
  importId: ImportId
  /** Reviews taken back, and items that were left without any. */
  reviews: number
  items: number
}

/**
 * Writes the corpus. One import at a time holds the database; others wait in `open`. Readers are never blocked. What was written
 * stays consistent wherever the process ends: items whose figures are out of date are remembered in the database until `refresh`.
 */
export interface CorpusWriter {
  /** Waits for other imports and holds the corpus until `close`. `onWait` is called once when there is one to wait for. */
  open(signal: AbortSignal, onWait?: () => void): Promise<void>
  begin(start: ImportStart): Promise<void>
  /** What is stored of these reviews and items already. */
  known(reviews: Pick<NewReview, 'reviewId' | 'source'>[], itemIds: ItemId[]): Promise<Known>
  /**
   * Adds what is new and replaces what `replaces` says, in one transaction; an item that exists gains only what it lacked, a category among it. Returns how many
   * reviews were new or replaced, with how many opinions.
   */
  write(batch: WriteBatch): Promise<Written>
  /**
   * Reviews of items that changed category after they were analysed, at most `limit`, ordered by id from the first after `after`, each with the category it is to
   * be analysed under. They stay in the list until `settleMoved`, also when the process ends.
   */
  moved(after: string, limit: number): Promise<MovedReview[]>
  /** Forgets the moved items: all their reviews were written anew. */
  settleMoved(): Promise<void>
  /** Brings ratings, aspects, trust and categories of all changed items up to date, in one transaction. Returns how many items changed. */
  refresh(science: Science): Promise<{ items: number }>
  /** Stores the report with its import. */
  finish(report: ImportReport): Promise<void>
  /** Takes the reviews of an import back, and items left without reviews; `refresh` comes after it. Null for an import that is unknown or was taken back. */
  undo(importId: ImportId): Promise<Undone | null>
  close(): Promise<void>
}
