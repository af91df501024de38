import type { AspectPrior, CategoryPrior } from '@reviewguide/workflow/ports'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { storableText } from './storable.ts'

/** Aspects with a prior of their own, the most mentioned: a category of two hundred thousand reviews has ten thousand that two people mention. */
const MOST_ASPECTS = 1000

/** Share, tone, slope and strength. */
type Columns = [number, number, number, number]

interface Row {
  category: string
  rating_mean: number | null
  usual: Columns | null
  aspects: Record<string, Columns> | null
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
      select json_build_array(c.share, c.tone, c.slope, c.strength) from reviewguide.categories c where c.category = asked.category
    ) as usual, (
      select json_object_agg(own.aspect, json_build_array(own.share, own.tone, own.slope, own.strength) order by own.mentions desc, own.aspect) from (
        select * from reviewguide.category_aspects c where c.category = asked.category and c.strength is not null
        order by c.mentions desc, c.aspect limit ${MOST_ASPECTS}
      ) own
    ) as aspects
    from unnest(${categories.map(storableText)}::text[]) with ordinality as asked(category, place)
    order by asked.place`.execute(db, { signal })
  return rows.map((row) => ({
    category: row.category,
    ratingMean: row.rating_mean,
    aspects: Object.fromEntries(
      Object.entries(row.aspects ?? {}).map(([aspect, prior]): [string, AspectPrior] => [aspect, priorOf(prior)]),
    ),
    usual: row.usual ? priorOf(row.usual) : { share: 0.5, tone: 0, slope: 0, strength: 20 },
  }))
}

const priorOf = ([share, tone, slope, strength]: Columns): AspectPrior => ({ share, tone, slope, strength })
