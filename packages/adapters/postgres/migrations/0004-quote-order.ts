import { type Kysely, sql } from 'kysely'

/**
 * The order in which opinions are quoted, so that the best few of an item with ten thousand reviews are read from the index instead of weighed against each
 * other: trust in tenths, then helpful votes, then the day it was written. It changes when a review's trust does.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create function reviewguide.quote_worth(trust_weight real, helpful_votes integer, written_at timestamptz) returns bigint
    language sql stable parallel safe as $$
      select round(trust_weight * 10)::bigint * 1000000000000
        + least(coalesce(helpful_votes, 0), 999999)::bigint * 1000000
        + coalesce(least(greatest(floor(extract(epoch from written_at) / 86400) + 1, 0), 999999), 0)::bigint
    $$`.execute(db)
  await sql`alter table reviewguide.opinions add column worth bigint not null default 0`.execute(db)
  await sql`update reviewguide.opinions o set worth = reviewguide.quote_worth(r.trust_weight, r.helpful_votes, r.written_at)
    from reviewguide.reviews r where r.review_id = o.review_id`.execute(db)
  await sql`create index opinions_quotes on reviewguide.opinions (item_id, aspect, polarity, worth desc)`.execute(db)
  await sql`drop index reviewguide.opinions_item_aspect`.execute(db)
}
