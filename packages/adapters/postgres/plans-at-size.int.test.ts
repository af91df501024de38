import type { ItemId } from '@reviewguide/contracts'
import { createTestDatabase, type SeenStatement, type TestDatabase, watchStatements } from '@reviewguide/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, createPool } from './connect.ts'
import { createPostgresEvidenceSource } from './postgres-evidence-source.ts'
import { createPostgresItemSearch } from './postgres-item-search.ts'

/** Items, in a hundred categories, and reviews of a corpus large enough that reading a table from end to end would be the planner's choice where no index serves. */
const ITEMS = 20_000
const REVIEWS = 200_000

let database: TestDatabase
const { signal } = new AbortController()
const none = { brandsIn: [], brandsOut: [], itemsOut: [], aspects: [], limit: 60 }
const itemIds = ['itm_size00000007', 'itm_size00004711', 'itm_size00019999'] as ItemId[]

beforeAll(async () => {
  database = await createTestDatabase()
  // Filling takes longer than a question may.
  const pool = createPool(database.url, { max: 1, statementTimeoutMs: 0 })
  const db = createDatabase(pool)
  await sql`insert into reviewguide.imports (import_id, file, source, format) values ('imp_size', 'size', 'size', 'jsonl')`.execute(
    db,
  )
  // Names of two words of five hundred each, and a number.
  await sql`insert into reviewguide.items (item_id, source, name, kind, category)
    select 'itm_size' || lpad(n::text, 8, '0'), 'size',
      translate(md5((n % 500)::text), '0123456789', 'ghijklmnop') || ' ' || translate(md5((1000 + n % 499)::text), '0123456789', 'ghijklmnop') || ' ' || n,
      'product', 'things ' || n % 100
    from generate_series(1, ${ITEMS}::int) n`.execute(db)
  await sql`insert into reviewguide.reviews (review_id, item_id, import_id, source, body, rating)
    select 'rev_size' || lpad(n::text, 8, '0'), 'itm_size' || lpad((n % ${ITEMS}::int + 1)::text, 8, '0'), 'imp_size', 'size', 'The fit is fine.', n % 5 + 1
    from generate_series(1, ${REVIEWS}::int) n`.execute(db)
  await sql`insert into reviewguide.opinions (item_id, aspect, review_id, polarity, term_start, term_end, quote_start, quote_end)
    select item_id, 'aspect ' || row_number() over (partition by item_id) % 8, review_id, 'positive', 4, 7, 0, 16 from reviewguide.reviews`.execute(
    db,
  )
  await sql`insert into reviewguide.item_quotes
    select item_id, aspect, polarity, place, review_id, 0, 16 from (
      select *, row_number() over (partition by item_id, aspect, polarity order by review_id) as place from reviewguide.opinions
    ) placed where place <= 8`.execute(db)
  await sql`insert into reviewguide.item_aspects select item_id, aspect, count(*), 0, 0, count(*), count(*), 0 from reviewguide.opinions group by 1, 2`.execute(
    db,
  )
  await sql`insert into reviewguide.item_ratings (item_id, reviews, count, mean, adjusted, weight, histogram)
    select item_id, count(*), count(*), avg(rating), avg(rating), count(*), '{2,2,2,2,2}' from reviewguide.reviews group by 1`.execute(
    db,
  )
  await sql`insert into reviewguide.category_aspects select category, aspect, sum(mentions), sum(positive), 0, array[aspect]
    from reviewguide.item_aspects join reviewguide.items using (item_id) group by 1, 2`.execute(db)
  await sql`update reviewguide.corpus_state set version = version + 1`.execute(db)
  await sql`analyze`.execute(db)
  await pool.end()
}, 120_000)

afterAll(() => database.drop())

/** What grows with the corpus; of an item's one row of ratings, and of a category's aspects, all may be read where that is quicker. */
const large = new Set(['items', 'reviews', 'opinions', 'item_aspects'])

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  Plans?: Plan[]
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

/** What the adapters send for some work, each with the nodes of its plan. */
async function plansOf(work: (db: ReturnType<typeof createDatabase>) => Promise<unknown>) {
  const { pool, seen } = watchStatements(database.pool)
  await work(createDatabase(pool))
  const plans = seen.map(async ({ text, values }: SeenStatement) => {
    const { rows } = await database.pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${text}`, [
      ...values,
    ])
    const nodes = nodesOf(rows[0]!['QUERY PLAN'][0].Plan)
    return {
      text,
      indexes: nodes.flatMap((node) => node['Index Name'] ?? []),
      readWhole: nodes.flatMap(({ 'Node Type': type, 'Relation Name': table = '' }) =>
        type === 'Seq Scan' && large.has(table) ? [table] : [],
      ),
    }
  })
  return Promise.all(plans)
}

/** The plans of what is asked for each question; what is read once for each state of the corpus is asked before. */
async function plansOfSearch(query: Partial<Parameters<ReturnType<typeof createPostgresItemSearch>['search']>[0]>) {
  let found = 0
  const all = await plansOf(async (db) => {
    const search = createPostgresItemSearch({ db })
    found = (await search.search({ ...none, text: '', ...query }, signal)).candidates.length
  })
  const plans = all.filter(({ text }) => text.includes('as fitting'))
  expect(plans).toHaveLength(1)
  expect(found).toBeGreaterThan(0)
  return plans[0]!
}

test('a search by words goes by the index of words', async () => {
  const { rows } = await database.pool.query<{ name: string }>(
    `select name from reviewguide.items where item_id = $1`,
    [itemIds[1]],
  )
  const plan = await plansOfSearch({ text: rows[0]?.name })
  expect(plan.indexes).toContain('items_search')
  expect(plan.readWhole).toEqual([])
})

test('a search in a category goes by the index of categories and reads no other category’s aspects', async () => {
  const plan = await plansOfSearch({ category: 'things 7', aspects: ['aspect 1', 'aspect 2'] })
  expect(plan.indexes).toEqual(expect.arrayContaining(['items_category', 'item_aspects_pkey']))
  expect(plan.readWhole).toEqual([])
})

test('figures, quotes and priors go by indexes', async () => {
  const plans = await plansOf(async (db) => {
    const evidence = createPostgresEvidenceSource({ db })
    expect(await evidence.ledgers(itemIds, signal)).toHaveLength(3)
    expect(
      (await evidence.quotes({ itemIds, aspects: ['aspect 1', 'aspect 2'], perSide: 3 }, signal)).length,
    ).toBeGreaterThan(5)
    expect((await evidence.quotes({ itemIds, aspects: [], perSide: 1 }, signal)).length).toBeGreaterThan(5)
    await evidence.priors(['things 7'], signal)
  })
  expect(plans.length).toBeGreaterThan(4)
  expect(plans.flatMap(({ indexes }) => indexes)).toEqual(
    expect.arrayContaining(['item_aspects_pkey', 'item_quotes_pkey', 'reviews_pkey']),
  )
  for (const { text, readWhole } of plans.filter((plan) => !plan.text.includes('corpus_state')))
    expect({ text, readWhole }).toEqual({ text, readWhole: [] })
})
