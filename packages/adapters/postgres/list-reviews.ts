import type { ItemId, OpinionSpan, Review, ReviewId, ReviewPage, Trust } from '@reviewguide/contracts'
import { type RawBuilder, sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { decodeCursor, encodeCursor, isId, isTimestamp } from './cursor.ts'
import { storableText } from './storable.ts'

interface ReviewsQuery {
  aspect?: string
  polarity?: 'positive' | 'negative'
  cursor?: string
  limit: number
}

interface ReviewRow {
  review_id: ReviewId
  item_id: ItemId
  item_name: string
  title: string | null
  body: string
  rating: number | null
  written_at: string | null
  place: string | null
  author: string | null
  verified: boolean | null
  helpful_votes: number | null
  language: string | null
  source: string
  url: string | null
  trust_weight: number
  trust_signals: Trust['signals']
  opinions: OpinionSpan[] | null
}

const isTimestampOrNull = (value: unknown) => value === null || isTimestamp(value)

/** An item's reviews, newest first, those without a date last; null for an unknown item. Throws `invalid_request` for a cursor that is none. */
export async function listReviews(
  db: ReviewGuideDatabase,
  itemId: ItemId,
  query: ReviewsQuery,
): Promise<ReviewPage | null> {
  const { cursor, limit } = query
  const limits = [sql`v.item_id = ${itemId}`, ...opinionLimit(itemId, query)]
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(cursor, [isTimestampOrNull, isId])
    limits.push(
      at === null
        ? sql`v.written_at is null and v.review_id > ${id}`
        : sql`(v.written_at < ${at}::timestamptz or (v.written_at = ${at}::timestamptz and v.review_id > ${id}) or v.written_at is null)`,
    )
  }
  const rows = await readReviews(
    db,
    sql`where ${sql.join(limits, sql` and `)} order by v.written_at desc nulls last, v.review_id limit ${limit + 1}`,
  )
  if (rows.length === 0) {
    const known = await db.selectFrom('items').select('item_id').where('item_id', '=', itemId).executeTakeFirst()
    if (!known) return null
  }
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(reviewOf),
    nextCursor: rows.length > limit && last ? encodeCursor([last.place, last.review_id]) : null,
  }
}

/** One review, or null. */
export async function readReview(db: ReviewGuideDatabase, reviewId: ReviewId): Promise<Review | null> {
  const [row] = await readReviews(db, sql`where v.review_id = ${reviewId}`)
  return row ? reviewOf(row) : null
}

function opinionLimit(itemId: ItemId, { aspect, polarity }: ReviewsQuery): RawBuilder<unknown>[] {
  if (aspect === undefined && polarity === undefined) return []
  const ofAspect = aspect === undefined ? sql`` : sql`and o.aspect = ${storableText(aspect)}`
  const ofSide = polarity === undefined ? sql`` : sql`and o.polarity = ${polarity}`
  return [
    sql`v.review_id in (select o.review_id from reviewguide.opinions o where o.item_id = ${itemId} ${ofAspect} ${ofSide})`,
  ]
}

async function readReviews(db: ReviewGuideDatabase, rest: RawBuilder<unknown>): Promise<ReviewRow[]> {
  const { rows } = await sql<ReviewRow>`
    select v.review_id, v.item_id, i.name as item_name, v.title, v.body, v.rating, v.written_at, v.written_at::text as place, v.author,
      v.verified, v.helpful_votes, v.language, v.source, v.url, v.trust_weight, v.trust_signals, (
        select json_agg(json_build_object('aspect', o.aspect, 'polarity', o.polarity, 'start', o.quote_start, 'end', o.quote_end)
          order by o.quote_start, o.quote_end, o.aspect)
        from reviewguide.opinions o join reviewguide.category_aspects counts on counts.category = i.category and counts.aspect = o.aspect
        where o.review_id = v.review_id
      ) as opinions
    from reviewguide.reviews v join reviewguide.items i on i.item_id = v.item_id ${rest}`.execute(db)
  return rows
}

function reviewOf(row: ReviewRow): Review {
  return {
    reviewId: row.review_id,
    itemId: row.item_id,
    itemName: row.item_name,
    title: row.title,
    text: row.body,
    rating: row.rating,
    writtenAt: row.written_at,
    author: row.author,
    verified: row.verified,
    helpfulVotes: row.helpful_votes,
    language: row.language,
    source: { name: row.source, ...(row.url !== null && { url: row.url }) },
    trust: { weight: row.trust_weight, signals: row.trust_signals },
    opinions: row.opinions ?? [],
  }
}
