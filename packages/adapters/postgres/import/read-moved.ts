import type { MovedReview } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'

/** Reviews of items that changed category, in the order of their ids, with the category they are to be analysed under. */
export async function readMoved(client: PoolClient, after: string, limit: number): Promise<MovedReview[]> {
  const { rows } = await client.query<Omit<MovedReview, 'writtenAt'> & { writtenAt: Date | string | null }>(
    `select r.review_id as "reviewId", r.item_id as "itemId", r.source, r.external_id as "externalId", r.title, r.body, r.rating,
      r.rating_original as "ratingOriginal", r.rating_scale as "ratingScale", r.written_at as "writtenAt", r.author, r.verified,
      r.helpful_votes as "helpfulVotes", r.url, r.language, r.content, i.category
    from reviewguide.moved_items m join reviewguide.items i using (item_id) join reviewguide.reviews r using (item_id)
    where r.review_id > $1 order by r.review_id limit $2`,
    [after, limit],
  )
  return rows.map((row) => ({
    ...row,
    writtenAt: row.writtenAt === null ? null : new Date(row.writtenAt).toISOString(),
  }))
}
