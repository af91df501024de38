import type { AdjustRating, RatingSums } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'

/**
 * Brings the ratings of stale items up to date, and the adjusted ratings of all items in their categories, whose mean has moved.
 * Sums are exact (numeric), because floating-point sums would depend on the order in which reviews came.
 */
export async function refreshRatings(client: PoolClient, adjust: AdjustRating): Promise<void> {
  await client.query(`
    insert into reviewguide.item_ratings as stored (item_id, reviews, count, mean, weighted_mean, weight, tone, histogram)
    select i.item_id, count(r.review_id), count(r.rating), avg(r.rating::numeric),
      sum(r.rating::numeric * w.weight) / nullif(sum(w.weight) filter (where r.rating is not null), 0),
      coalesce(sum(w.weight) filter (where r.rating is not null), 0),
      sum(r.tone::numeric * w.weight) / nullif(sum(w.weight) filter (where r.tone is not null), 0),
      array[${[1, 2, 3, 4, 5].map((star) => `count(*) filter (where floor(r.rating + 0.5) = ${star})`).join(', ')}]
    from reviewguide.items i join reviewguide.categories c on c.category = i.category
    left join reviewguide.reviews r using (item_id)
    cross join lateral (
      select r.trust_weight::numeric * reviewguide.age_weight(r.written_at, c.as_of, c.age_weights)::numeric as weight
    ) w
    where i.item_id in (select item_id from reviewguide.stale_items)
    group by i.item_id
    on conflict (item_id) do update set reviews = excluded.reviews, count = excluded.count, mean = excluded.mean,
      weighted_mean = excluded.weighted_mean, weight = excluded.weight, tone = excluded.tone, histogram = excluded.histogram`)

  const { rows } = await client.query<RatingSums & { itemId: string; category: string }>(`
    select i.item_id as "itemId", i.category, f.mean, f.weighted_mean as "weightedMean", f.count, f.weight
    from reviewguide.items i join reviewguide.item_ratings f using (item_id)
    where i.category in (select category from reviewguide.stale_items)
    order by i.category, i.item_id`)
  const byCategory = Map.groupBy(rows, ({ category }) => category)
  const adjusted = [...byCategory.values()].flatMap((items) => {
    const category = sumUp(items)
    return items.map((item) => ({ itemId: item.itemId, adjusted: adjust(item, category) }))
  })
  await client.query(
    `update reviewguide.item_ratings f set adjusted = new.adjusted
    from unnest($1::text[], $2::real[]) as new (item_id, adjusted)
    where f.item_id = new.item_id and f.adjusted is distinct from new.adjusted`,
    [adjusted.map(({ itemId }) => itemId), adjusted.map(({ adjusted: value }) => value)],
  )
}

/** The ratings of several items as one; the rows come sorted, so that the sums are always the same. */
function sumUp(items: RatingSums[]): RatingSums {
  const count = items.reduce((sum, item) => sum + item.count, 0)
  const weight = items.reduce((sum, item) => sum + item.weight, 0)
  return {
    mean: count === 0 ? null : items.reduce((sum, item) => sum + (item.mean ?? 0) * item.count, 0) / count,
    weightedMean:
      weight === 0 ? null : items.reduce((sum, item) => sum + (item.weightedMean ?? 0) * item.weight, 0) / weight,
    count,
    weight,
  }
}
