import type { ItemDetail, ItemId } from '@reviewguide/contracts'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { type ItemRow, itemColumns, itemOf, itemTables } from './item-row.ts'
import { readLedgers } from './read-ledgers.ts'

/** An item with what its reviews say, and how many of them there are and what their ratings weigh. */
export interface ReadItem {
  item: ItemDetail
  reviews: number
  ratingWeight: number
}

/** Items in the order asked; unknown ones are left out. */
export async function readItems(db: ReviewGuideDatabase, itemIds: readonly ItemId[]): Promise<ReadItem[]> {
  const [{ rows }, ledgers] = await Promise.all([
    sql<ItemRow>`select ${itemColumns} from ${itemTables} where i.item_id = any(${itemIds}::text[])`.execute(db),
    readLedgers(db, itemIds),
  ])
  return itemIds.flatMap((itemId) => {
    const row = rows.find((one) => one.item_id === itemId)
    const ledger = ledgers.find((one) => one.itemId === itemId)
    if (!row || !ledger) return []
    const aspects = ledger.aspects.map(({ aspect, positive, negative, mentions }) => ({
      aspect,
      positive,
      negative,
      mentions,
    }))
    return [{ item: { ...itemOf(row), aspects }, reviews: ledger.reviews, ratingWeight: ledger.ratingWeight }]
  })
}

/** One item, or null. */
export async function readItem(db: ReviewGuideDatabase, itemId: ItemId): Promise<ItemDetail | null> {
  const [found] = await readItems(db, [itemId])
  return found?.item ?? null
}
