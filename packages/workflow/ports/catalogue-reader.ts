import type {
  ComparisonData,
  CorpusOverview,
  ItemDetail,
  ItemId,
  ItemPage,
  Kind,
  Review,
  ReviewId,
  ReviewPage,
} from '@reviewguide/contracts'

/** The pages of items and reviews: plain reading, no question. */
export interface CatalogueReader {
  overview(): Promise<CorpusOverview>
  items(query: { q?: string; category?: string; kind?: Kind; cursor?: string; limit: number }): Promise<ItemPage>
  item(itemId: ItemId): Promise<ItemDetail | null>
  /** Newest first; with an aspect only the reviews that speak of it (on the side asked for). Null for an unknown item. */
  reviews(
    itemId: ItemId,
    query: { aspect?: string; polarity?: 'positive' | 'negative'; cursor?: string; limit: number },
  ): Promise<ReviewPage | null>
  review(reviewId: ReviewId): Promise<Review | null>
  /** Null when one of the items is unknown. The cells' `evidence` is empty: numbers belong to messages. */
  compare(itemIds: ItemId[]): Promise<ComparisonData | null>
}
