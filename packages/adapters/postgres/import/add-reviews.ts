import type { PoolClient } from 'pg'

/**
 * Moves the staged reviews that are new, and their opinions, into the corpus; their items become stale. Sorted by id, so that two writers could never
 * wait for each other in a circle.
 */
export async function addReviews(client: PoolClient): Promise<{ added: number; opinions: number }> {
  const { rows } = await client.query<{ added: number; opinions: number }>(`
    with added as (
      insert into reviewguide.reviews (
        review_id, item_id, import_id, source, external_id, title, body, rating, rating_original, rating_scale, written_at, author, verified,
        helpful_votes, url, language, trust_weight, trust_signals, fingerprint, tone
      )
      select
        review_id, item_id, import_id, source, external_id, title, body, rating, rating_original, rating_scale, written_at, author, verified,
        helpful_votes, url, language, trust_weight, trust_signals, fingerprint, tone
      from staged_reviews order by review_id
      on conflict (review_id) do nothing
      returning review_id, item_id
    ), said as (
      insert into reviewguide.opinions (item_id, aspect, review_id, polarity, term_start, term_end, quote_start, quote_end, term)
      select o.item_id, o.aspect, o.review_id, o.polarity, o.term_start, o.term_end, o.quote_start, o.quote_end, o.term
      from staged_opinions o join added using (review_id)
      returning 1
    ), stale as (
      insert into reviewguide.stale_items
      select item_id, category from reviewguide.items where item_id in (select item_id from added)
      on conflict do nothing
    )
    select (select count(*) from added) as added, (select count(*) from said) as opinions`)
  return rows[0] ?? { added: 0, opinions: 0 }
}
