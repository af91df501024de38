import type { TrustScience } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'
import { createFoundRows } from '../found-rows.ts'
import { readGroups } from '../read-groups.ts'

interface Row {
  item_id: string
  review_id: string
  rating: number
  writtenAt: string
}

/** Makes `found_bursts`: the reviews of stale items that lie in bursts, with the share that the item's rhythm explains. */
export async function findItemBursts(
  client: PoolClient,
  { findBursts }: Pick<TrustScience, 'findBursts'>,
): Promise<void> {
  await client.query('create temp table found_bursts (review_id text, share double precision) on commit drop')
  const found = createFoundRows(client, 'found_bursts (review_id, share)')
  const items = readGroups<Row>(
    client,
    `select item_id, review_id, rating, written_at as "writtenAt" from reviewguide.reviews
    where item_id in (select item_id from reviewguide.stale_items) and rating is not null and written_at is not null order by item_id`,
    (row) => row.item_id,
  )
  for await (const reviews of items) {
    for (const [at, share] of findBursts(reviews)) if (share < 1) found.add([reviews[at]?.review_id ?? '', share])
    await found.flush()
  }
  await found.flush(true)
}
