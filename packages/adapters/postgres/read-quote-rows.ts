import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import type { QuoteRow } from './quote-of.ts'
import { storableText } from './storable.ts'

export interface QuoteCell {
  itemId: string
  aspect: string
}

/** The chosen quotes of each item and aspect, on every side: for, against, both, neither; best first. One statement for all. */
export async function readQuoteRows(
  db: ReviewGuideDatabase,
  cells: readonly QuoteCell[],
  perSide: number,
  signal: AbortSignal,
): Promise<QuoteRow[]> {
  const itemIds = cells.map(({ itemId }) => itemId)
  const aspects = cells.map(({ aspect }) => storableText(aspect))
  const { rows } = await sql<QuoteRow>`
    select i.name as item_name, q.item_id, q.aspect, q.polarity, q.quote_start, q.quote_end, q.review_id,
      v.body, v.rating, v.written_at, v.verified, v.helpful_votes, v.trust_weight, v.trust_signals, v.source, v.url
    from unnest(${itemIds}::text[], ${aspects}::text[]) with ordinality as cell(item_id, aspect, at)
    join reviewguide.items i on i.item_id = cell.item_id
    join reviewguide.item_quotes q on q.item_id = cell.item_id and q.aspect = cell.aspect and q.place <= ${perSide}
    join reviewguide.reviews v on v.review_id = q.review_id
    order by cell.at, array_position(array['positive', 'negative', 'mixed', 'neutral'], q.polarity), q.place`.execute(
    db,
    {
      signal,
    },
  )
  return rows
}
