import type { ItemId, Polarity, ReviewId, Trust } from '@reviewguide/contracts'
import type { Quote } from '@reviewguide/workflow/ports'

/** A chosen quote with its review, as the query reads it. */
export interface QuoteRow {
  item_id: ItemId
  item_name: string
  aspect: string
  polarity: Polarity
  quote_start: number
  quote_end: number
  review_id: ReviewId
  body: string
  rating: number | null
  written_at: string | null
  verified: boolean | null
  helpful_votes: number | null
  trust_weight: number
  trust_signals: Trust['signals']
  source: string
  url: string | null
}

/** The quote of a row, cut here and not in the query: the offsets are UTF-16 units, and Postgres counts code points. */
export function quoteOf(row: QuoteRow): Quote {
  return {
    reviewId: row.review_id,
    itemId: row.item_id,
    itemName: row.item_name,
    quote: row.body.slice(row.quote_start, row.quote_end),
    start: row.quote_start,
    end: row.quote_end,
    aspect: row.aspect,
    polarity: row.polarity,
    ...(row.rating !== null && { rating: row.rating }),
    ...(row.written_at !== null && { writtenAt: row.written_at }),
    ...(row.verified !== null && { verified: row.verified }),
    ...(row.helpful_votes !== null && { helpfulVotes: row.helpful_votes }),
    trust: { weight: row.trust_weight, signals: row.trust_signals },
    source: { name: row.source, ...(row.url !== null && { url: row.url }) },
  }
}
