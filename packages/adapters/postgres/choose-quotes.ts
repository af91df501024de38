import type { ItemId, Polarity, ReviewId, Trust } from '@reviewguide/contracts'
import type { Quote } from '@reviewguide/workflow/ports'

/** An opinion with its review, as the query reads it. */
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

interface Choice {
  perSide: number
  quoteQuality: (quote: string) => number
}

/** A quote that reads badly counts half of its review's trust, in tenths, so that helpful votes decide among the rest. */
const worth = (trust: number, quality: number) => Math.round(10 * trust * (0.5 + 0.5 * quality))

const sides: readonly Polarity[] = ['positive', 'negative', 'mixed', 'neutral']

/**
 * The best rows of each item, aspect and side as quotes, each review once; sides in the order for, against, both, neither, items and
 * aspects in none. Cut here and not in the query: the offsets are UTF-16 units, and Postgres counts code points.
 */
export function chooseQuotes(rows: readonly QuoteRow[], { perSide, quoteQuality }: Choice): Quote[] {
  const judged = rows.flatMap((row) => {
    const quote = row.body.slice(row.quote_start, row.quote_end)
    return quote.trim() === '' ? [] : [{ row, quote, worth: worth(row.trust_weight, quoteQuality(quote)) }]
  })
  judged.sort(
    (a, b) =>
      sides.indexOf(a.row.polarity) - sides.indexOf(b.row.polarity) ||
      b.worth - a.worth ||
      (b.row.helpful_votes ?? 0) - (a.row.helpful_votes ?? 0) ||
      later(a.row.written_at ?? '', b.row.written_at ?? '') ||
      later(b.row.review_id, a.row.review_id) ||
      a.row.quote_start - b.row.quote_start,
  )
  const taken = new Map<string, Set<ReviewId>>()
  return judged.flatMap(({ row, quote }) => {
    const cell = JSON.stringify([row.item_id, row.aspect, row.polarity])
    const reviews = taken.get(cell) ?? new Set()
    if (reviews.size >= perSide || reviews.has(row.review_id)) return []
    taken.set(cell, reviews.add(row.review_id))
    return [quoteOf(row, quote)]
  })
}

function quoteOf(row: QuoteRow, quote: string): Quote {
  return {
    reviewId: row.review_id,
    itemId: row.item_id,
    itemName: row.item_name,
    quote,
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

/** Dates and ids. ISO dates in UTC sort as text; comparing them by locale cost more than all the rest. */
const later = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0)
