import type { ImportId } from '@reviewguide/contracts'
import type { Undone } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'
import { staleNeighbours } from './trust/stale-neighbours.ts'

/**
 * Removes the reviews that an import added, with their opinions, and the items left without any, unless another import described them. What it corrected stays
 * corrected, with the import that first brought it. Within the caller's transaction.
 */
export async function takeBack(client: PoolClient, importId: ImportId): Promise<Undone | null> {
  const found = await client.query(
    'update reviewguide.imports set undone_at = now() where import_id = $1 and undone_at is null returning 1',
    [importId],
  )
  if (found.rows.length === 0) return null
  await staleNeighbours(client, 'gone.import_id = $1', [importId])
  // Items that it described may be left without anything now.
  await client.query(
    `insert into reviewguide.stale_items select item_id, category from reviewguide.items where described_by = $1 on conflict do nothing`,
    [importId],
  )
  const reviews = await client.query('delete from reviewguide.reviews where import_id = $1', [importId])
  await client.query('update reviewguide.items set described_by = null where described_by = $1', [importId])
  const items = await client.query(`delete from reviewguide.items i
    where item_id in (select item_id from reviewguide.stale_items) and described_by is null
      and not exists (select from reviewguide.reviews r where r.item_id = i.item_id)`)
  return { importId, reviews: reviews.rowCount ?? 0, items: items.rowCount ?? 0 }
}
