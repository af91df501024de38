import type { CategoryPrior } from '@reviewguide/workflow/ports'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { storableText } from './storable.ts'

/** One review says nothing of what is usual; for such aspects the share over all aspects stands in. */
const FEWEST_MENTIONS = 2

/** Aspects with a prior of their own, the most mentioned: a category of two hundred thousand reviews has ten thousand that two people mention. */
const MOST_ASPECTS = 1000

interface Row {
  category: string
  rating_mean: number | null
  share: number | null
  shares: Record<string, number> | null
}

/** What is usual in each category, in the order asked. One that nobody reviewed has no mean, and praise as likely as complaint. */
export async function readPriors(
  db: ReviewGuideDatabase,
  categories: readonly string[],
  signal: AbortSignal,
): Promise<CategoryPrior[]> {
  const { rows } = await sql<Row>`
    select asked.category, (
      select sum(r.mean::float8 * r.count) / nullif(sum(r.count), 0) from reviewguide.items i
      join reviewguide.item_ratings r on r.item_id = i.item_id where i.category = asked.category and r.count > 0
    ) as rating_mean, (
      select sum(c.positive)::float8 / nullif(sum(c.positive + c.negative), 0)
      from reviewguide.category_aspects c where c.category = asked.category
    ) as share, (
      select json_object_agg(usual.aspect, usual.positive::float8 / (usual.positive + usual.negative)) from (
        select c.aspect, c.positive, c.negative from reviewguide.category_aspects c
        where c.category = asked.category and c.positive + c.negative > 0 and c.mentions >= ${FEWEST_MENTIONS}
        order by c.mentions desc, c.aspect limit ${MOST_ASPECTS}
      ) usual
    ) as shares
    from unnest(${categories.map(storableText)}::text[]) with ordinality as asked(category, place)
    order by asked.place`.execute(db, { signal })
  return rows.map((row) => ({
    category: row.category,
    ratingMean: row.rating_mean,
    aspectShares: row.shares ?? {},
    share: row.share ?? 0.5,
  }))
}
