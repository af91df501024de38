import type { CategoryWords } from '@reviewguide/workflow/ports'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import type { ExampleItem } from './example-questions.ts'

/** Categories that examples are taken from: more than there are examples, since some will have no fitting item. */
const CATEGORIES = 12

/** Longest name that reads well inside a question; shops put half a description into names. */
const LONGEST_NAME = 40

/** The most reviewed items with a readable name of the largest categories. */
export async function readExampleItems(
  db: ReviewGuideDatabase,
  words: readonly CategoryWords[],
): Promise<ExampleItem[]> {
  const categories = words.slice(0, CATEGORIES).map(({ category }) => category)
  const { rows } = await sql<ExampleItem>`
    select category, name, price_minor as "priceMinor", price_currency as "currency" from (
      select i.*, row_number() over (partition by i.category order by r.reviews desc, i.item_id) as place
      from reviewguide.items i join reviewguide.item_ratings r on r.item_id = i.item_id
      where not i.nameless and i.category = any(${categories}::text[]) and r.reviews > 0 and length(i.name) <= ${LONGEST_NAME}
    ) ranked
    where place <= 8 order by category, place`.execute(db)
  return rows
}
