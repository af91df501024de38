import type { TrustContext, Weigh } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'

/** Reviews weighed at once, so that memory stays bounded. */
const PAGE = 1000

type Row = Parameters<Weigh>[0] & { reviewId: string; context: Partial<TrustContext> | null }

const alone: TrustContext = { same: null, near: null, burst: null, ofItem: 1, ofBrand: 0 }

/**
 * Puts what was found together, and weighs the reviews whose context is another than before; their items become stale too. A part that was not looked at for a review stays as it was.
 */
export async function weighAgain(client: PoolClient, weigh: Weigh): Promise<void> {
  await client.query(`
    create index on found_same (review_id); create index on found_near (review_id);
    create index on found_bursts (review_id); create index on found_authors (review_id);
    analyze found_same; analyze found_near; analyze found_bursts; analyze found_authors; analyze touched_sources;
    create temp table reweighed on commit drop as
    with looked_at as (
      select review_id from found_same union select review_id from found_near union select review_id from found_bursts
      union select review_id from found_authors
      union select review_id from reviewguide.reviews where trust_context is not null
        and (source in (select source from touched_sources) or item_id in (select item_id from reviewguide.stale_items))
    ), now as (
      select r.review_id, r.item_id, r.trust_context, nullif(jsonb_strip_nulls(jsonb_build_object(
        'same', case when s.review_id is not null then s.context else r.trust_context -> 'same' end,
        'near', case when n.review_id is not null then n.context else r.trust_context -> 'near' end,
        'burst', case when stale.item_id is not null then to_jsonb(b.share) else r.trust_context -> 'burst' end,
        'ofItem', case when t.source is not null then to_jsonb(i.of_item) else r.trust_context -> 'ofItem' end,
        'ofBrand', case when t.source is not null then to_jsonb(i.of_brand) else r.trust_context -> 'ofBrand' end
      )), '{}') as context
      from looked_at join reviewguide.reviews r using (review_id)
      left join found_same s using (review_id)
      left join found_near n using (review_id)
      left join found_bursts b using (review_id)
      left join (select review_id, max(of_item) as of_item, max(of_brand) as of_brand from found_authors group by review_id) i using (review_id)
      left join touched_sources t on t.source = r.source
      left join (select distinct item_id from reviewguide.stale_items) stale on stale.item_id = r.item_id
    )
    select review_id, item_id, context from now where context is distinct from trust_context;
    create index on reweighed (review_id);
    analyze reweighed;
    insert into reviewguide.stale_items
      select item_id, category from reviewguide.items where item_id in (select item_id from reweighed) on conflict do nothing`)

  for (let after = ''; ; ) {
    const { rows } = await client.query<Row>(
      `select c.review_id as "reviewId", c.context, r.body, r.title, r.rating, r.written_at as "writtenAt", r.author, r.verified,
        r.helpful_votes as "helpfulVotes",
        coalesce((select array_agg(o.polarity order by o.term_start) from reviewguide.opinions o where o.review_id = c.review_id), '{}') as polarities
      from reweighed c join reviewguide.reviews r using (review_id)
      where c.review_id > $1 order by c.review_id limit ${PAGE}`,
      [after],
    )
    const last = rows.at(-1)
    if (last === undefined) break
    after = last.reviewId
    const weighed = rows.map(({ reviewId, context, ...review }) => ({
      reviewId,
      context,
      trust: weigh(review, { ...alone, ...context }),
    }))
    await client.query(
      `update reviewguide.reviews r set trust_context = new.context, trust_weight = new.weight, trust_signals = new.signals
      from unnest($1::text[], $2::jsonb[], $3::real[], $4::jsonb[]) as new (review_id, context, weight, signals)
      where r.review_id = new.review_id`,
      [
        weighed.map(({ reviewId }) => reviewId),
        weighed.map(({ context }) => (context === null ? null : JSON.stringify(context))),
        weighed.map(({ trust }) => trust.weight),
        weighed.map(({ trust }) => JSON.stringify(trust.signals)),
      ],
    )
  }
}
