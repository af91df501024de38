import type { ItemId } from '@reviewguide/contracts'
import { sql } from 'kysely'
import type { QuoteRow } from './choose-quotes.ts'
import type { ReviewGuideDatabase } from './connect.ts'
import { storableText } from './storable.ts'

/** Quotes fetched for each one wanted, so that a well-put one can be chosen among those that weigh the same. */
const FETCHED_FOR_ONE = 2

export interface QuoteCell {
  itemId: ItemId
  aspect: string
}

/**
 * What may be quoted for each item and aspect, on every side: one statement for all. The best are read from the index in their order; looking up forty of
 * each to weigh them took three times as long for items with thousands of reviews.
 */
export async function readQuoteRows(
  db: ReviewGuideDatabase,
  cells: readonly QuoteCell[],
  perSide: number,
  signal: AbortSignal,
): Promise<QuoteRow[]> {
  const itemIds = cells.map(({ itemId }) => itemId)
  const aspects = cells.map(({ aspect }) => storableText(aspect))
  const { rows } = await sql<QuoteRow>`
    with wanted as materialized (
      select i.item_id, i.name as item_name, cell.aspect
      from unnest(${itemIds}::text[], ${aspects}::text[]) as cell(item_id, aspect) join reviewguide.items i on i.item_id = cell.item_id
    )
    select best.*, wanted.item_name
    from wanted
    cross join unnest(array['positive', 'negative', 'mixed', 'neutral']) as side(polarity)
    cross join lateral (
      select o.*, v.body, v.rating, v.written_at, v.verified, v.helpful_votes, v.trust_weight, v.trust_signals, v.source, v.url
      from (
        select item_id, aspect, polarity, review_id, quote_start, quote_end from reviewguide.opinions
        where item_id = wanted.item_id and aspect = wanted.aspect and polarity = side.polarity
        order by worth desc limit ${perSide * FETCHED_FOR_ONE}
      ) o join reviewguide.reviews v on v.review_id = o.review_id
    ) best`.execute(db, { signal })
  return rows
}
