import type { TrustScience } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'
import { createFoundRows } from '../found-rows.ts'
import { readGroups } from '../read-groups.ts'

interface Row {
  fingerprint: string
  review_id: string
  item: string
  source: string
  author: string | null
  writtenAt: string | null
}

/**
 * Makes `found_same`: for every review whose text stands under stale items too what its copies make of it (null where they make nothing), so that one which lost its last copy is there as well.
 */
export async function findSame(client: PoolClient, { copiesAmong }: Pick<TrustScience, 'copiesAmong'>): Promise<void> {
  await client.query('create temp table found_same (review_id text, context jsonb) on commit drop')
  // A text that is alone and never was otherwise is passed over: most are.
  await client.query(`
    create temp table touched_texts on commit drop as
    select fingerprint from reviewguide.reviews r where fingerprint in (
      select fingerprint from reviewguide.reviews
      where fingerprint is not null and item_id in (select item_id from reviewguide.stale_items)
    )
    group by fingerprint having count(*) > 1 or bool_or(trust_context is not null)`)
  const found = createFoundRows(client, 'found_same (review_id, context)')
  const groups = readGroups<Row>(
    client,
    `select fingerprint, review_id, item_id as item, source, author, written_at as "writtenAt"
    from touched_texts join reviewguide.reviews using (fingerprint) order by fingerprint`,
    (row) => row.fingerprint,
  )
  for await (const group of groups) {
    copiesAmong(group).forEach((copies, at) => {
      const matters = copies.original < 1 || copies.listed > 0
      found.add([group[at]?.review_id ?? '', matters ? JSON.stringify(copies) : null])
    })
    await found.flush()
  }
  await found.flush(true)
}
