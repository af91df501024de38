import type { ItemId } from '@reviewguide/contracts'
import { createTestDatabase, seedCorpus, smallCorpus, type TestDatabase } from '@reviewguide/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, createPool } from './connect.ts'
import { createPostgresCatalogue } from './postgres-catalogue.ts'
import { createPostgresCatalogueReader } from './postgres-catalogue-reader.ts'
import { createPostgresEvidenceSource } from './postgres-evidence-source.ts'
import { createPostgresItemSearch } from './postgres-item-search.ts'

let database: TestDatabase
const itemIds = ['itm_larkstride1', 'itm_moraquiet2'] as ItemId[]
const signal = new AbortController().signal

beforeAll(async () => {
  database = await createTestDatabase()
  const pool = createPool(database.url, { max: 1 })
  const db = createDatabase(pool)
  await seedCorpus(db, smallCorpus())
  // Twelve thousand reviews and opinions more, half of them of the two items that are asked for; and nothing analysed, as after an import.
  await sql`insert into reviewguide.items (item_id, source, name, kind, category)
    select 'itm_plan' || lpad(n::text, 8, '0'), 'sample', 'Plan ' || n, 'product', 'earbuds' from generate_series(1, 200) n`.execute(
    db,
  )
  await sql`insert into reviewguide.reviews (review_id, item_id, import_id, source, body)
    select 'rev_plan' || lpad(n::text, 8, '0'), case n % 4 when 0 then 'itm_larkstride1' when 1 then 'itm_moraquiet2'
      else 'itm_plan' || lpad((n % 200 + 1)::text, 8, '0') end, 'imp_testcorpus', 'sample', 'The fit is fine.'
    from generate_series(1, 12000) n`.execute(db)
  await sql`insert into reviewguide.opinions (item_id, aspect, review_id, polarity, term_start, term_end, quote_start, quote_end)
    select item_id, case substr(review_id, 16)::int % 5 when 0 then 'fit' else 'sound' end, review_id, 'positive', 4, 7, 0, 16
    from reviewguide.reviews where position('rev_plan' in review_id) = 1`.execute(db)
  await pool.end()
})
afterAll(() => database.drop())

/** Sequential scans of a table so far. A connection reports its own when it ends, or a moment later. */
async function scansOf(table: string): Promise<number> {
  const { rows } = await sql<{
    seq_scan: number
  }>`select seq_scan from pg_stat_user_tables where relname = ${table}`.execute(database.db)
  return rows[0]?.seq_scan ?? 0
}

test('no question reads all reviews or all opinions', async () => {
  // The seeding read all reviews: its report shows that such a scan is seen.
  await expect.poll(() => scansOf('reviews'), { timeout: 15_000 }).toBe(2)
  const before = { opinions: await scansOf('opinions'), items: await scansOf('items') }
  const pool = createPool(database.url, { max: 2 })
  const db = createDatabase(pool)
  const reader = createPostgresCatalogueReader({
    db,
    confidenceOf: () => ({ level: 'low', value: 0 }),
    unjudgedSignals: () => [],
  })
  const evidence = createPostgresEvidenceSource({ db })
  const none = { brandsIn: [], brandsOut: [], itemsOut: [], limit: 20 }
  await createPostgresCatalogue({ db }).vocabulary(signal)
  await createPostgresCatalogue({ db }).namedIn('is the Lark Stride any good?', signal)
  await createPostgresItemSearch({ db }).search(
    { ...none, text: 'waterproof', category: 'earbuds', aspects: ['fit'] },
    signal,
  )
  await evidence.ledgers(itemIds, signal)
  await evidence.priors(['earbuds'], signal)
  const quotes = await evidence.quotes({ itemIds, aspects: ['fit', 'sound'], perSide: 3 }, signal)
  await reader.overview()
  await reader.reviews('itm_larkstride1' as ItemId, { limit: 20, aspect: 'fit', polarity: 'positive' })
  await reader.review(quotes[0]!.reviewId)
  await pool.end()
  expect(quotes.length).toBeGreaterThan(6)
  // The vocabulary reads all items, which is known to be reported together with the rest.
  await expect.poll(() => scansOf('items'), { timeout: 15_000 }).toBeGreaterThan(before.items)
  expect({ reviews: await scansOf('reviews'), opinions: await scansOf('opinions') }).toEqual({
    reviews: 2,
    opinions: before.opinions,
  })
})
