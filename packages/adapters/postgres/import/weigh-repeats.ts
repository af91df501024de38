import type { Weigh } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'

/** Reviews weighed at once, so that memory stays bounded. */
const PAGE = 1000

type Row = Parameters<Weigh>[0] & { reviewId: string; sameText: number }

/**
 * Counts repeated texts anew around the stale items and weighs the reviews whose count changed. Their items become stale too: a copy that
 * appears elsewhere lowers the trust of both. The order in which reviews came plays no part.
 */
export async function weighRepeats(client: PoolClient, weigh: Weigh): Promise<void> {
  await client.query(`
    create temp table recounted on commit drop as
    select r.review_id, r.item_id, (counted.n - 1)::integer as same_text
    from (
      select fingerprint, count(*) as n from reviewguide.reviews
      where fingerprint in (
        select fingerprint from reviewguide.reviews
        where fingerprint is not null and item_id in (select item_id from reviewguide.stale_items)
      )
      group by fingerprint
    ) counted
    join reviewguide.reviews r using (fingerprint)
    where r.same_text <> counted.n - 1`)
  await client.query('create index on recounted (review_id)')
  await client.query(`insert into reviewguide.stale_items
    select item_id, category from reviewguide.items where item_id in (select item_id from recounted) on conflict do nothing`)

  for (let after = ''; ; ) {
    const { rows } = await client.query<Row>(
      `select c.review_id as "reviewId", c.same_text as "sameText", r.body, r.title, r.rating, r.written_at as "writtenAt", r.author, r.verified,
        r.helpful_votes as "helpfulVotes",
        coalesce((select array_agg(o.polarity order by o.term_start) from reviewguide.opinions o where o.review_id = c.review_id), '{}') as polarities
      from recounted c join reviewguide.reviews r using (review_id)
      where c.review_id > $1 order by c.review_id limit ${PAGE}`,
      [after],
    )
    const last = rows.at(-1)
    if (last === undefined) break
    after = last.reviewId
    const weighed = rows.map(({ reviewId, sameText, ...review }) => ({
      reviewId,
      sameText,
      trust: weigh(review, { sameText }),
    }))
    await client.query(
      `update reviewguide.reviews r set same_text = new.same_text, trust_weight = new.weight, trust_signals = new.signals
      from unnest($1::text[], $2::integer[], $3::real[], $4::jsonb[]) as new (review_id, same_text, weight, signals)
      where r.review_id = new.review_id`,
      [
        weighed.map(({ reviewId }) => reviewId),
        weighed.map(({ sameText }) => sameText),
        weighed.map(({ trust }) => trust.weight),
        weighed.map(({ trust }) => JSON.stringify(trust.signals)),
      ],
    )
  }
}
