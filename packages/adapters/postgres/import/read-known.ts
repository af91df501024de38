import type { ItemId, ReviewId } from '@reviewguide/contracts'
import type { Known, NewReview } from '@reviewguide/corpus/ports'
import type { Pool } from 'pg'

/**
 * What is stored of a batch's reviews and items, so that only what is new or changed is analysed and written.
 *
 * @param sources of which reviews were stored before this file; reviews of others are not looked for, since ids hold their source
 */
export async function readKnown(
  pool: Pool,
  batch: readonly Pick<NewReview, 'reviewId' | 'source'>[],
  itemIds: ItemId[],
  sources: ReadonlySet<string>,
): Promise<Known> {
  const reviewIds = batch.flatMap(({ reviewId, source }) => (sources.has(source) ? [reviewId] : []))
  const reviews =
    reviewIds.length === 0
      ? []
      : (
          await pool.query<{ review_id: ReviewId; content: string | null }>(
            'select review_id, content from reviewguide.reviews where review_id = any($1::text[])',
            [reviewIds],
          )
        ).rows
  const items = await pool.query<{ item_id: ItemId; category: string }>(
    'select item_id, category from reviewguide.items where item_id = any($1::text[])',
    [itemIds],
  )
  return {
    reviews: new Map(reviews.map((row) => [row.review_id, row.content])),
    categories: new Map(items.rows.map((row) => [row.item_id, row.category])),
  }
}

/** The sources that reviews are stored of. */
export async function readSources(pool: Pool): Promise<Set<string>> {
  const { rows } = await pool.query<{ source: string }>('select source from reviewguide.review_sources')
  return new Set(rows.map(({ source }) => source))
}
