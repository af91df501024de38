import type { PoolClient } from 'pg'

/** Sketches for each hash from which their holders are looked up one by one; with fewer, reading all sketches is faster. */
const SKETCHES_A_KEY = 10

/** Whether the hashes of a table (its column `key`) are so few that their holders are better looked up by the index. */
export async function areFew(client: PoolClient, keys: string): Promise<boolean> {
  const { rows } = await client.query<{ few: boolean }>(`
    select (select count(*) from ${keys}) * ${SKETCHES_A_KEY} <= (select count(*) from reviewguide.review_sketches) as few`)
  return rows[0]?.few ?? false
}

/** The sketches that hold a hash of a table, some several times: by the index, or by reading all. */
export const holdersOf = (keys: string, few: boolean): string =>
  few
    ? `select s.fingerprint, s.keys from ${keys} t join reviewguide.review_sketches s on s.keys @> array[t.key]`
    : `select s.fingerprint, s.keys from reviewguide.review_sketches s cross join unnest(s.keys) key join ${keys} t using (key)`
