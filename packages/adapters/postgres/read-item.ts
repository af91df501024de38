import type { AspectCount, Item, ItemDetail, ItemId } from '@reviewguide/contracts'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { type ItemRow, itemColumns, itemOf, itemTables } from './item-row.ts'
import { readItemTrust, type UnjudgedSignals } from './read-item-trust.ts'
import { readLedgers } from './read-ledgers.ts'

/** An item with what its reviews say, and how many of them there are and what their ratings weigh. */
export interface ReadItem {
  item: Item & { aspects: AspectCount[] }
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

/** One item with its screening, or null. */
export async function readItem(
  db: ReviewGuideDatabase,
  itemId: ItemId,
  unjudgedSignals: UnjudgedSignals,
): Promise<ItemDetail | null> {
  const [[found], trust] = await Promise.all([readItems(db, [itemId]), readItemTrust(db, itemId, unjudgedSignals)])
  return found ? { ...found.item, trust } : null
}
