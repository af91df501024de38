import type { WriteBatch, Written } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'
import { staleNeighbours } from './trust/stale-neighbours.ts'

const columns = `review_id, item_id, import_id, source, external_id, title, body, rating, rating_original, rating_scale, written_at, author, verified,
  helpful_votes, url, language, trust_weight, trust_signals, fingerprint, tone, content`

/**
 * Moves the staged reviews (`reviews`) that are new, and their opinions, into the corpus; their items become stale. Those that replace a stored review take its place under
 * the import that first brought it. Sorted by id, so that two writers could never wait for each other in a circle.
 */
export async function addReviews(client: PoolClient, { reviews }: Pick<WriteBatch, 'reviews'>): Promise<Written> {
  const updated = reviews.some(({ replaces }) => replaces) ? await removeReplaced(client) : 0
  await client.query(
    'insert into reviewguide.review_sources select distinct source from staged_reviews order by 1 on conflict do nothing',
  )
  const { rows } = await client.query<{ added: number; opinions: number }>(`
    with added as (
      insert into reviewguide.reviews (${columns})
      select ${columns} from staged_reviews order by review_id
      on conflict (review_id) do nothing
      returning review_id, item_id
    ), said as (
      insert into reviewguide.opinions (item_id, aspect, review_id, polarity, term_start, term_end, quote_start, quote_end, term, definite)
      select o.item_id, o.aspect, o.review_id, o.polarity, o.term_start, o.term_end, o.quote_start, o.quote_end, o.term, o.definite
      from staged_opinions o join added using (review_id)
      returning 1
    ), stale as (
      insert into reviewguide.stale_items
      select item_id, category from reviewguide.items where item_id in (select item_id from added)
      on conflict do nothing
    ), moved as (
      insert into reviewguide.moved_items
      select distinct i.item_id from added join staged_reviews s using (review_id) join reviewguide.items i on i.item_id = s.item_id
      where s.analysed_as <> i.category
      on conflict do nothing
    )
    select (select count(*) from added) as added, (select count(*) from said) as opinions`)
  const { added = 0, opinions = 0 } = rows[0] ?? {}
  return { added: added - updated, updated, opinions }
}

/**
 * Takes out the stored reviews that staged ones replace; all that was computed of them goes with the row. Their items become stale, and the items of reviews that
 * share words with them and may stand alone now.
 */
async function removeReplaced(client: PoolClient): Promise<number> {
  await client.query(`
    update staged_reviews s set import_id = r.import_id from reviewguide.reviews r where s.replaces and r.review_id = s.review_id`)
  await staleNeighbours(client, 'gone.review_id in (select review_id from staged_reviews where replaces)', [])
  const { rowCount } = await client.query(
    'delete from reviewguide.reviews r using staged_reviews s where s.replaces and r.review_id = s.review_id',
  )
  return rowCount ?? 0
}
