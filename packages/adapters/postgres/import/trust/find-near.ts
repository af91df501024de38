import type { TrustScience } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'
import { createFoundRows } from '../found-rows.ts'
import { readGroups } from '../read-groups.ts'
import { areFew, holdersOf } from './sketch-holders.ts'

/** Pairs of texts read at once: a text may have 100,000 characters. */
const PAIRS = 200

type NearScience = Pick<TrustScience, 'joinWritings' | 'nearTriples' | 'originality' | 'sketchRules' | 'writingsOf'>

/**
 * Makes `found_near`: for every text that shares a hash with a text of stale items what its near copies make of its reviews (null where there are none). Whether two texts are near depends on all holders of the
 * hashes they share, so all of these are read, and nothing beyond them is needed.
 */
export async function findNear(client: PoolClient, science: NearScience): Promise<void> {
  await client.query(`
    create temp table found_near (review_id text, context jsonb) on commit drop;
    create temp table touched_keys on commit drop as
      select distinct key from reviewguide.review_sketches join reviewguide.reviews using (review_id) cross join unnest(keys) key
      where item_id in (select item_id from reviewguide.stale_items);
    analyze touched_keys`)
  await gatherHolders(client)
  await confirmPairs(client, science)
  await judge(client, science)
}

/** `examined` are the texts whose near copies may have changed, `holders` all texts that hold one of their hashes with others, once for each. */
async function gatherHolders(client: PoolClient): Promise<void> {
  const few = await areFew(client, 'touched_keys')
  if (few)
    await client.query(`
      create temp table examined on commit drop as select distinct fingerprint, keys from (${holdersOf('touched_keys', few)}) s;
      create temp table their_keys on commit drop as select distinct key from examined cross join unnest(keys) key;
      analyze their_keys;
      create temp table sketches on commit drop as select distinct fingerprint, keys from (${holdersOf('their_keys', few)}) s`)
  else
    await client.query(`
      create temp table sketches on commit drop as select distinct fingerprint, keys from reviewguide.review_sketches;
      create temp table examined on commit drop as select fingerprint from sketches;
      create temp table their_keys on commit drop as select 0 as key where false`)
  await client.query(`
    create temp table common on commit drop as
      select key, count(*) as n from sketches cross join unnest(keys) key
      ${few ? 'where key in (select key from their_keys)' : ''} group by key having count(*) > 1;
    analyze common;
    create temp table holders on commit drop as
      select key, n, fingerprint from sketches cross join unnest(keys) key join common using (key);
    create index on examined (fingerprint);
    analyze sketches; analyze examined; analyze holders`)
}

/** `near_pairs`: the texts that are nearly the same, both ways, with the word triples that they share. */
async function confirmPairs(client: PoolClient, { nearTriples, sketchRules }: NearScience): Promise<void> {
  await client.query('create temp table near_pairs (a text, b text, triples integer) on commit drop')
  const found = createFoundRows(client, 'near_pairs (a, b, triples)')
  const body = (print: string) => `(select body from reviewguide.reviews where fingerprint = ${print} limit 1)`
  const pairs = readGroups<{ a: string; b: string; text_a: string; text_b: string }>(
    client,
    `with placed as (
      select key, fingerprint, row_number() over (partition by key order by keys, fingerprint collate "C") as place
      from holders join sketches using (fingerprint) where n > ${sketchRules.common}
    ), pairs as (
      select a.fingerprint as a, b.fingerprint as b from holders a join holders b on a.key = b.key and a.fingerprint < b.fingerprint
      where a.n <= ${sketchRules.common}
      union all
      select least(a.fingerprint, b.fingerprint), greatest(a.fingerprint, b.fingerprint)
      from placed a join placed b on a.key = b.key and b.place = a.place + 1
    ), alike as (
      select a, b from pairs group by a, b having count(*) >= ${sketchRules.shared}
    )
    select a, b, ${body('a')} as text_a, ${body('b')} as text_b from alike
    where a in (select fingerprint from examined) or b in (select fingerprint from examined) order by a, b`,
    ({ a, b }) => `${a} ${b}`,
    { page: PAIRS },
  )
  for await (const [{ a, b, text_a, text_b }] of pairs) {
    const triples = nearTriples(text_a, text_b)
    if (triples > 0)
      for (const pair of [
        [a, b, triples],
        [b, a, triples],
      ])
        found.add(pair)
    await found.flush()
  }
  await found.flush(true)
}

async function judge(client: PoolClient, { joinWritings, originality, writingsOf }: NearScience): Promise<void> {
  const found = createFoundRows(client, 'found_near (review_id, context)')
  const texts = readGroups<{
    a: string
    triples: number
    others: (string | null)[]
    reviews: [string, string | null][]
  }>(
    client,
    `select a, max(triples) as triples, json_agg(dates) as others,
      (select json_agg(json_build_array(review_id, written_at)) from reviewguide.reviews where fingerprint = a) as reviews
    from near_pairs cross join lateral (
      select json_agg(written_at) as dates from reviewguide.reviews where fingerprint = b
    ) written where a in (select fingerprint from examined) group by a order by a`,
    ({ a }) => a,
  )
  for await (const [{ triples, others, reviews }] of texts) {
    const writings = joinWritings((others as unknown as (string | null)[][]).map(writingsOf))
    for (const [reviewId, writtenAt] of reviews) {
      const near = originality(writtenAt, writings)
      found.add([reviewId, near.original < 1 ? JSON.stringify({ ...near, triples }) : null])
    }
    await found.flush()
  }
  await found.flush(true)
  // Those that have no near copy any more.
  await client.query(`
    insert into found_near (review_id)
    select review_id from examined join reviewguide.reviews using (fingerprint)
    where trust_context ? 'near' and fingerprint not in (select a from near_pairs)`)
}
