import type { Kind } from '@reviewguide/contracts'
import type { CategoryWords } from '@reviewguide/workflow/ports'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'

/** An aspect that one review alone mentions is as often a slip of the reader as a thing people talk about. */
const FEWEST_MENTIONS = 2

/** Beyond this many an aspect is so rare that no question asks for it, and the parser reads them all for each question. */
const MOST_ASPECTS = 150

/** How many aspects a category is described by. */
const SHOWN_ASPECTS = 8

/** Every category with its words, most reviewed first. Reads aggregates and names, no reviews but a handful for the sample's flag. */
export async function readCategoryWords(db: ReviewGuideDatabase): Promise<CategoryWords[]> {
  const [categories, brands, aspects] = await Promise.all([
    sql<{ category: string; kind: Kind; items: number; reviews: number; sample: boolean }>`
      with per_category as (
        select i.category, mode() within group (order by i.kind) as kind, count(*)::int as items,
          coalesce(sum(r.reviews), 0)::int as reviews, bool_and(i.source = 'sample') as sample_items
        from reviewguide.items i left join reviewguide.item_ratings r on r.item_id = i.item_id
        group by i.category
      )
      -- Somebody may have imported real reviews of an item of the sample, so the reviews themselves are asked.
      select c.category, c.kind, c.items, c.reviews, c.sample_items and c.reviews > 0 and not exists (
        -- One look by index for each item, whatever the planner knows of a table that was filled a second ago.
        select from reviewguide.items i where c.sample_items and i.category = c.category
          and (select v.source from reviewguide.reviews v where v.item_id = i.item_id and v.source <> 'sample' limit 1) is not null
      ) as sample
      from per_category c order by c.reviews desc, c.category`.execute(db),
    sql<{ category: string; brand: string }>`
      select i.category, i.brand
      from reviewguide.items i left join reviewguide.item_ratings r on r.item_id = i.item_id
      where i.brand is not null
      group by i.category, i.brand order by coalesce(sum(r.reviews), 0) desc, i.brand`.execute(db),
    sql<{ category: string; aspect: string; mentions: number; terms: string[] }>`
      select category, aspect, mentions, terms from (
        select *, row_number() over (partition by category order by mentions desc, aspect) as place
        from reviewguide.category_aspects where mentions >= ${FEWEST_MENTIONS}
      ) ranked
      where place <= ${MOST_ASPECTS} order by category, place`.execute(db),
  ])
  const brandsOf = Map.groupBy(brands.rows, (row) => row.category)
  const aspectsOf = Map.groupBy(aspects.rows, (row) => row.category)
  return categories.rows.map((row) => {
    const words = aspectsOf.get(row.category) ?? []
    return {
      ...row,
      aspects: words.slice(0, SHOWN_ASPECTS).map(({ aspect }) => aspect),
      aspectTerms: words.map(({ aspect, mentions, terms }) => ({ aspect, mentions, terms })),
      brands: (brandsOf.get(row.category) ?? []).map(({ brand }) => brand),
    }
  })
}
