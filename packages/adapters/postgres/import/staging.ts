import type { WriteBatch } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'
import { copyRows } from './copy-rows.ts'

/** Tables of this connection alone, empty after each transaction, into which a batch is copied before its new rows are told from the known ones. */
export async function createStaging(client: PoolClient): Promise<void> {
  await client.query(`
    create temp table staged_reviews (
      review_id text, item_id text, import_id text, source text, external_id text, title text, body text, rating real, rating_original real,
      rating_scale real, written_at timestamptz, author text, verified boolean, helpful_votes integer, url text, language text,
      trust_weight real, trust_signals jsonb, fingerprint text, tone real, content text,
      analysed_as text, replaces boolean
    ) on commit delete rows;
    create temp table staged_opinions (
      item_id text, aspect text, review_id text, polarity text, term_start integer, term_end integer, quote_start integer, quote_end integer, term text,
      definite boolean
    ) on commit delete rows`)
}

/** Copies a batch's reviews and opinions into the staging tables. */
export async function stage(client: PoolClient, { importId, reviews }: WriteBatch): Promise<void> {
  await copyRows(
    client,
    'staged_reviews',
    reviews.map((review) => [
      review.reviewId,
      review.itemId,
      importId,
      review.source,
      review.externalId,
      review.title,
      review.body,
      review.rating,
      review.ratingOriginal,
      review.ratingScale,
      review.writtenAt,
      review.author,
      review.verified,
      review.helpfulVotes,
      review.url,
      review.language,
      review.trust.weight,
      JSON.stringify(review.trust.signals),
      review.fingerprint,
      review.tone,
      review.content,
      review.analysedAs,
      review.replaces,
    ]),
  )
  await copyRows(
    client,
    'staged_opinions',
    reviews.flatMap(({ reviewId, itemId, opinions }) =>
      opinions.map((opinion) => [
        itemId,
        opinion.aspect,
        reviewId,
        opinion.polarity,
        opinion.termStart,
        opinion.termEnd,
        opinion.quoteStart,
        opinion.quoteEnd,
        opinion.term.toLowerCase(),
        opinion.definite,
      ]),
    ),
  )
}
