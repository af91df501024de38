import type { ItemId, ReviewId } from '@reviewguide/contracts'
import type { Known } from '@reviewguide/corpus/ports'
import type { Pool } from 'pg'

/** What is stored of a batch's reviews and items, so that only what is new or changed is analysed and written. */
export async function readKnown(pool: Pool, reviewIds: ReviewId[], itemIds: ItemId[]): Promise<Known> {
  const reviews = await pool.query<{ review_id: ReviewId; content: string | null }>(
    'select review_id, content from reviewguide.reviews where review_id = any($1::text[])',
    [reviewIds],
  )
  const items = await pool.query<{ item_id: ItemId; category: string }>(
    'select item_id, category from reviewguide.items where item_id = any($1::text[])',
    [itemIds],
  )
  return {
    reviews: new Map(reviews.rows.map((row) => [row.review_id, row.content])),
    categories: new Map(items.rows.map((row) => [row.item_id, row.category])),
  }
}
