import type { WriteBatch } from '@reviewguide/corpus/ports'
import type { PoolClient } from 'pg'
import { copyRows } from '../copy-rows.ts'

/** A table of this connection alone, empty after each transaction, for the sketches of a batch. */
export async function createSketchStaging(client: PoolClient): Promise<void> {
  await client.query(
    'create temp table staged_sketches (review_id text, fingerprint text, keys integer[]) on commit delete rows',
  )
}

/** Gives the reviews of a batch, which stand in the corpus by now, their sketches; those that were corrected get their new ones. */
export async function writeSketches(client: PoolClient, { reviews }: WriteBatch): Promise<void> {
  await copyRows(
    client,
    'staged_sketches (review_id, fingerprint, keys)',
    reviews.flatMap(({ reviewId, fingerprint, sketch }) =>
      fingerprint === null || sketch.length === 0 ? [] : [[reviewId, fingerprint, `{${sketch.join(',')}}`]],
    ),
  )
  // A corrected review is a new row, and its old sketch went with the old one.
  await client.query(`
    insert into reviewguide.review_sketches (review_id, fingerprint, keys)
    select review_id, fingerprint, keys from staged_sketches order by review_id on conflict do nothing`)
}
