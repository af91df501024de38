import type { PoolClient } from 'pg'
import { areFew, holdersOf } from './sketch-holders.ts'

/**
 * To be called before the text, date, author or rating of reviews changes or they go, within the same transaction: makes their items stale, those of reviews that share text with them, and the authors of their sources.
 *
 * @param which a condition on `gone`, the reviews ("gone.import_id = $1"), with its values
 */
export async function staleNeighbours(client: PoolClient, which: string, values: unknown[]): Promise<void> {
  await client.query(
    `create temp table gone_reviews on commit drop as
    select review_id, item_id, source, fingerprint from reviewguide.reviews gone where ${which}`,
    values,
  )
  await client.query(`
    create temp table gone_keys on commit drop as
      select distinct key from gone_reviews join reviewguide.review_sketches using (review_id) cross join unnest(keys) key;
    analyze gone_reviews; analyze gone_keys`)
  const few = await areFew(client, 'gone_keys')
  await client.query(`
    insert into reviewguide.stale_items
    select item_id, category from reviewguide.items where item_id in (
      select item_id from gone_reviews
      union
      select other.item_id from gone_reviews join reviewguide.reviews other using (fingerprint)
      union
      select other.item_id from (${holdersOf('gone_keys', few)}) s join reviewguide.reviews other using (fingerprint)
    ) on conflict do nothing;
    insert into reviewguide.stale_sources select distinct source from gone_reviews on conflict do nothing;
    drop table gone_reviews, gone_keys`)
}
