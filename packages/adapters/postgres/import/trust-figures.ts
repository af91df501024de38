import type { PoolClient } from 'pg'

/** Brings the figures of the screening of stale items up to date: what their reviews tell, and how many are doubted for what. */
export async function refreshItemTrust(client: PoolClient): Promise<void> {
  await client.query(`
    with named as (
      -- A review has a signal of a name once.
      select item_id, signal ->> 'name' as name, count(*) as n
      from reviewguide.reviews cross join jsonb_array_elements(trust_signals) signal
      where item_id in (select item_id from reviewguide.stale_items) and trust_signals <> '[]'
      group by item_id, name
    ), signals as (
      select item_id, jsonb_object_agg(name, n) as counts from named group by item_id
    )
    insert into reviewguide.item_trust as stored
      (item_id, reviews, dated, authored, verification_known, lowered, below_half, signals)
    select i.item_id, count(r.review_id), count(r.written_at), count(r.author), count(r.verified),
      count(*) filter (where r.trust_weight < 1), count(*) filter (where r.trust_weight < 0.5), coalesce(min(s.counts::text)::jsonb, '{}')
    from reviewguide.items i left join reviewguide.reviews r using (item_id) left join signals s using (item_id)
    where i.item_id in (select item_id from reviewguide.stale_items)
    group by i.item_id
    on conflict (item_id) do update set reviews = excluded.reviews, dated = excluded.dated, authored = excluded.authored,
      verification_known = excluded.verification_known, lowered = excluded.lowered, below_half = excluded.below_half, signals = excluded.signals`)
}
