import type { ItemId } from '@reviewguide/contracts'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import type { QuoteCell } from './read-quote-rows.ts'

/** How many of an item's aspects stand for it where none was asked for. */
const MOST_MENTIONED = 6

/** The most mentioned aspects of each item, items in the order asked. */
export async function readMostMentioned(
  db: ReviewGuideDatabase,
  itemIds: readonly ItemId[],
  signal: AbortSignal,
): Promise<QuoteCell[]> {
  const { rows } = await sql<QuoteCell>`
    select asked.item_id as "itemId", said.aspect
    from unnest(${itemIds}::text[]) with ordinality as asked(item_id, place)
    cross join lateral (
      select own.aspect, own.mentions from reviewguide.item_aspects own
      join reviewguide.items i on i.item_id = own.item_id
      join reviewguide.category_aspects counts on counts.category = i.category and counts.aspect = own.aspect
      where own.item_id = asked.item_id order by own.mentions desc, own.aspect limit ${MOST_MENTIONED}
    ) said
    order by asked.place, said.mentions desc, said.aspect`.execute(db, { signal })
  return rows
}
