import type { Histogram, ItemId } from '@reviewguide/contracts'
import type { ItemLedger } from '@reviewguide/workflow/ports'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'

interface Row {
  item_id: ItemId
  reviews: number | null
  count: number | null
  mean: number | null
  adjusted: number | null
  weight: number | null
  tone: number | null
  histogram: Histogram | null
  aspects: string[] | null
  figures: number[][]
}

/** The figures of the items that exist, in no order. Aspects come as columns: an item has hundreds, and an object each costs thrice the time. */
export async function readLedgers(
  db: ReviewGuideDatabase,
  itemIds: readonly ItemId[],
  signal?: AbortSignal,
): Promise<ItemLedger[]> {
  const { rows } = await sql<Row>`
    select i.item_id, r.reviews, r.count, r.mean, r.adjusted, r.weight, r.tone, r.histogram, said.aspects, said.figures
    from reviewguide.items i
    left join reviewguide.item_ratings r on r.item_id = i.item_id
    cross join lateral (
      select json_agg(a.aspect) as aspects, json_build_array(array_agg(a.positive), array_agg(a.negative), array_agg(a.undecided),
        array_agg(a.mentions), array_agg(a.positive_weight), array_agg(a.negative_weight)) as figures
      from (
        select own.* from reviewguide.item_aspects own
        join reviewguide.category_aspects counts on counts.category = i.category and counts.aspect = own.aspect
        where own.item_id = i.item_id order by own.mentions desc, own.aspect
      ) a
    ) said
    where i.item_id = any(${itemIds}::text[])`.execute(db, { signal })
  return rows.map((row) => {
    const [positive, negative, undecided, mentions, positiveWeight, negativeWeight] = row.figures
    return {
      itemId: row.item_id,
      reviews: row.reviews ?? 0,
      rating: {
        mean: row.mean,
        adjusted: row.adjusted,
        count: row.count ?? 0,
        histogram: row.histogram ?? [0, 0, 0, 0, 0],
      },
      ratingWeight: row.weight ?? 0,
      tone: row.tone,
      aspects: (row.aspects ?? []).map((aspect, at) => ({
        aspect,
        positive: positive?.[at] ?? 0,
        negative: negative?.[at] ?? 0,
        undecided: undecided?.[at] ?? 0,
        mentions: mentions?.[at] ?? 0,
        positiveWeight: positiveWeight?.[at] ?? 0,
        negativeWeight: negativeWeight?.[at] ?? 0,
      })),
    }
  })
}
