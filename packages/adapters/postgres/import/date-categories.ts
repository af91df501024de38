import type { Kind } from '@reviewguide/contracts'
import type { Science } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'

/**
 * Brings up to date from when the ages of a category's reviews are counted: the end of the year of its newest one, so that most imports move it not. Where it moves, every weight of the
 * category changes, and all its items become stale. Categories that have no items left go.
 */
export async function dateCategories(
  client: PoolClient,
  { halfLifeDays, ageWeights }: Pick<Science, 'halfLifeDays' | 'ageWeights'>,
): Promise<void> {
  const { rows } = await client.query<{ category: string; kind: Kind | null; newest: string | null }>(`
    select touched.category, of_items.kind, to_char(date_trunc('year', of_items.newest at time zone 'UTC') + interval '1 year', 'YYYY-MM-DD') as newest
    from (select distinct category from reviewguide.stale_items) touched
    cross join lateral (
      select mode() within group (order by i.kind) as kind, max(last.written_at) as newest
      from reviewguide.items i
      left join lateral (
        select written_at from reviewguide.reviews r where r.item_id = i.item_id order by written_at desc nulls last limit 1
      ) last on true
      where i.category = touched.category
    ) of_items`)
  const dated = rows.flatMap(({ category, kind, newest }) => {
    if (kind === null) return []
    const days = halfLifeDays(category, kind)
    return [{ category, as_of: newest && `${newest}T00:00:00Z`, half_life_days: days, age_weights: ageWeights(days) }]
  })
  await client.query(
    `with given as (
      select * from jsonb_to_recordset($1::jsonb) as g (category text, as_of timestamptz, half_life_days integer, age_weights real[])
    ), moved as (
      insert into reviewguide.categories as stored (category, as_of, half_life_days, age_weights)
      select category, as_of, half_life_days, age_weights from given order by category
      on conflict (category) do update set as_of = excluded.as_of, half_life_days = excluded.half_life_days, age_weights = excluded.age_weights
      where stored.as_of is distinct from excluded.as_of or stored.age_weights <> excluded.age_weights
      returning category
    )
    insert into reviewguide.stale_items
    select item_id, category from reviewguide.items where category in (select category from moved) on conflict do nothing`,
    [JSON.stringify(dated)],
  )
  await client.query('delete from reviewguide.categories where category = any($1::text[])', [
    rows.filter(({ kind }) => kind === null).map(({ category }) => category),
  ])
}
