import type { AspectPrior, ItemMentions, Science } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'
import { readGroups } from './read-groups.ts'

/** One review says nothing of what is usual; such aspects have no prior of their own. */
const FEWEST_MENTIONS = 2

interface Row extends ItemMentions {
  aspect: string
}

/** Learns what is usual for each aspect of the categories that changed. Within the caller's transaction. */
export async function fitPriors(
  client: PoolClient,
  science: Pick<Science, 'fitUsualPrior' | 'fitAspectPrior'>,
): Promise<void> {
  const { rows } = await client.query<{ category: string }>(
    'select distinct category from reviewguide.stale_items order by 1',
  )
  for (const { category } of rows) await fitCategory(client, category, science)
}

async function fitCategory(
  client: PoolClient,
  category: string,
  { fitUsualPrior, fitAspectPrior }: Pick<Science, 'fitUsualPrior' | 'fitAspectPrior'>,
): Promise<void> {
  const overall = await client.query<ItemMentions>(
    `select sum(a.positive_weight::float8) as positive, sum(a.negative_weight::float8) as negative, min(r.tone) as tone
    from reviewguide.items i join reviewguide.item_aspects a using (item_id) join reviewguide.item_ratings r using (item_id)
    where i.category = $1 group by i.item_id order by i.item_id`,
    [category],
  )
  const usual = fitUsualPrior(overall.rows)
  await client.query(
    'update reviewguide.categories set share = $2, tone = $3, slope = $4, strength = $5 where category = $1',
    [category, ...columns(usual)],
  )

  const fitted: { aspect: string; prior: AspectPrior }[] = []
  // Sorted by bytes: the order of summing must be the same whatever the database's collation.
  const judged = readGroups<Row>(
    client,
    `select a.aspect, a.positive_weight as positive, a.negative_weight as negative, r.tone
    from reviewguide.category_aspects c
    join reviewguide.items i on i.category = c.category
    join reviewguide.item_aspects a on a.item_id = i.item_id and a.aspect = c.aspect
    join reviewguide.item_ratings r on r.item_id = i.item_id
    where c.category = $1 and c.mentions >= ${FEWEST_MENTIONS} and a.positive + a.negative > 0
    order by a.aspect collate "C", a.item_id collate "C"`,
    ({ aspect }) => aspect,
    { values: [category] },
  )
  for await (const items of judged) fitted.push({ aspect: items[0].aspect, prior: fitAspectPrior(items, usual) })
  await client.query(
    `update reviewguide.category_aspects c set share = new.share, tone = new.tone, slope = new.slope, strength = new.strength
    from unnest($2::text[], $3::real[], $4::real[], $5::real[], $6::real[]) as new (aspect, share, tone, slope, strength)
    where c.category = $1 and c.aspect = new.aspect`,
    [
      category,
      fitted.map(({ aspect }) => aspect),
      ...[0, 1, 2, 3].map((at) => fitted.map(({ prior }) => columns(prior)[at])),
    ],
  )
}

const columns = ({ share, tone, slope, strength }: AspectPrior) => [share, tone, slope, strength]
