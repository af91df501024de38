import type { Catalogue, Vocabulary } from '@reviewguide/workflow/ports'
import { sql } from 'kysely'
import { readCategoryWords } from './category-words.ts'
import type { ReviewGuideDatabase } from './connect.ts'
import { createCorpusCache } from './corpus-cache.ts'
import { itemIndex } from './item-index.ts'

/** The catalogue in Postgres. Vocabulary and names are read once for each state of the corpus and then kept in memory. */
export function createPostgresCatalogue({ db }: { db: ReviewGuideDatabase }): Catalogue {
  const vocabulary = createCorpusCache(db, (version) => readVocabulary(db, version))
  return {
    vocabulary: (signal) => vocabulary(signal),
    namedIn: async (text, signal) => (await itemIndex(db, signal)).namedIn(text),
  }
}

async function readVocabulary(db: ReviewGuideDatabase, version: number): Promise<Vocabulary> {
  const [categories, brands, currencies] = await Promise.all([
    readCategoryWords(db),
    sql<{ brand: string }>`
      select i.brand from reviewguide.items i left join reviewguide.item_ratings r on r.item_id = i.item_id
      where i.brand is not null group by i.brand order by coalesce(sum(r.reviews), 0) desc, i.brand`.execute(db),
    sql<{ price_currency: string }>`
      select price_currency from reviewguide.items where price_currency is not null
      group by price_currency order by count(*) desc, price_currency limit 1`.execute(db),
  ])
  return {
    version,
    categories,
    brands: brands.rows.map(({ brand }) => brand),
    currency: currencies.rows[0]?.price_currency ?? null,
  }
}
