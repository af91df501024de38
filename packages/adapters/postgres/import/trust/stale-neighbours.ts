import type { PoolClient } from 'pg'

/**
 * To be called before the text, date, author or rating of reviews changes or they go: makes their items stale, those of reviews that share text with them, and the authors of their sources.
 *
 * @param which a condition on `gone`, the reviews ("gone.import_id = $1"), with its values
 */
export async function staleNeighbours(client: PoolClient, which: string, values: unknown[]): Promise<void> {
  await client.query(
    `insert into reviewguide.stale_items
    select item_id, category from reviewguide.items where item_id in (
      select gone.item_id from reviewguide.reviews gone where ${which}
      union
      select other.item_id from reviewguide.reviews gone join reviewguide.reviews other using (fingerprint) where ${which}
      union
      select other.item_id from (
        select distinct key from reviewguide.reviews gone join reviewguide.review_sketches using (review_id) cross join unnest(keys) key
        where ${which}
      ) shared join reviewguide.review_sketches s on s.keys @> array[shared.key] join reviewguide.reviews other using (review_id)
    ) on conflict do nothing`,
    values,
  )
  await client.query(
    `insert into reviewguide.stale_sources select distinct source from reviewguide.reviews gone where ${which} on conflict do nothing`,
    values,
  )
}
