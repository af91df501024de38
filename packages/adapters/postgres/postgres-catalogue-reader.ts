import type { CorpusOverview } from '@reviewguide/contracts'
import type { CatalogueReader } from '@reviewguide/workflow/ports'
import { readCategoryWords } from './category-words.ts'
import { type ConfidenceOf, compareItems } from './compare-items.ts'
import type { ReviewGuideDatabase } from './connect.ts'
import { createCorpusCache } from './corpus-cache.ts'
import { exampleQuestions } from './example-questions.ts'
import { listItems } from './list-items.ts'
import { listReviews, readReview } from './list-reviews.ts'
import { readExampleItems } from './read-example-items.ts'
import { readItem } from './read-item.ts'
import type { UnjudgedSignals } from './read-item-trust.ts'

interface CatalogueReaderDeps {
  db: ReviewGuideDatabase
  /** How sure the figures of one item are, for comparisons. */
  confidenceOf: ConfidenceOf
  unjudgedSignals: UnjudgedSignals
}

/** The pages of items and reviews from Postgres. The overview is made once for each state of the corpus and then kept in memory. */
export function createPostgresCatalogueReader({
  db,
  confidenceOf,
  unjudgedSignals,
}: CatalogueReaderDeps): CatalogueReader {
  const overview = createCorpusCache(db, () => readOverview(db))
  return {
    overview: () => overview(),
    items: (query) => listItems(db, query),
    item: (itemId) => readItem(db, itemId, unjudgedSignals),
    reviews: (itemId, query) => listReviews(db, itemId, query),
    review: (reviewId) => readReview(db, reviewId),
    compare: (itemIds) => compareItems(db, itemIds, confidenceOf),
  }
}

async function readOverview(db: ReviewGuideDatabase): Promise<CorpusOverview> {
  const words = await readCategoryWords(db)
  const items = await readExampleItems(db, words)
  return {
    items: words.reduce((sum, category) => sum + category.items, 0),
    reviews: words.reduce((sum, category) => sum + category.reviews, 0),
    categories: words.map(({ category, kind, items, reviews, aspects, sample }) => ({
      category,
      kind,
      items,
      reviews,
      aspects,
      sample,
    })),
    examples: exampleQuestions(words, items),
  }
}
