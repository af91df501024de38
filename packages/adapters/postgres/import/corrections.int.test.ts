import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ImportId, type ImportReport } from '@reviewguide/contracts'
import { type ImportOptions, importFiles, undoImport } from '@reviewguide/corpus'
import type { Analyser, ReviewText } from '@reviewguide/corpus/ports'
import { createTestDatabase, type TestDatabase } from '@reviewguide/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPostgresCorpusWriter } from './corpus-writer.ts'

/** Names the aspect after the category it was given, so that a review analysed under the wrong one shows. */
const analyser = (seen: ReviewText[] = []): Analyser => ({
  analyse: async (reviews) => {
    seen.push(...reviews)
    return reviews.map(({ body, category, rating }) => ({
      opinions: [
        {
          aspect: `sound of ${category}`,
          term: body.slice(0, 4),
          termStart: 0,
          termEnd: 4,
          polarity: (rating ?? 0) > 3 ? 'positive' : 'negative',
          quoteStart: 0,
          quoteEnd: body.length,
          definite: null,
        },
      ],
      trust: { weight: 1, signals: [] },
      language: 'en',
      tone: 0,
      fingerprint: body.toLowerCase(),
      sketch: [],
    }))
  },
  close: async () => undefined,
})

const review = (id: string, text: string, rating: number, rest: object = {}) =>
  JSON.stringify({ item: { id: 'a', name: 'A', category: 'earbuds' }, review: { id, text, rating, ...rest } })

const amazonReview = (n: number, item: string) =>
  JSON.stringify({
    rating: (n % 5) + 1,
    title: 'Hm',
    text: `Fine sound ${n}`,
    images: [],
    asin: `${item}v`,
    parent_asin: item,
    user_id: `U${n}`,
    timestamp: 1_588_687_728_923 + n * 1e6,
    helpful_vote: 1,
    verified_purchase: true,
  })
const amazonItem = (id: string, title: string, categories: string[]) =>
  JSON.stringify({
    main_category: 'All Electronics',
    title,
    average_rating: 4.2,
    rating_number: 9,
    price: 19.99,
    store: 'Fenlo',
    categories,
    details: { Color: 'Black' },
    parent_asin: id,
    images: [{ large: 'https://m.example/1.jpg' }],
  })

describe('corrections and metadata', () => {
  let database: TestDatabase
  let folder: string
  beforeAll(async () => {
    database = await createTestDatabase()
    folder = mkdtempSync(join(tmpdir(), 'reviewguide-corrections-'))
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await database.drop()
  })
  beforeEach(() => emptyCorpus())
  afterEach(async () => {
    for (const table of ['stale_items', 'moved_items'])
      expect((await database.pool.query(`select * from reviewguide.${table}`)).rows).toEqual([])
  })

  const emptyCorpus = () =>
    database.pool.query(
      'truncate reviewguide.imports, reviewguide.items, reviewguide.category_aspects, reviewguide.stale_items cascade',
    )

  const run = async (
    name: string,
    lines: string[],
    {
      options,
      seen,
      signal = new AbortController().signal,
    }: { options?: ImportOptions; seen?: ReviewText[]; signal?: AbortSignal } = {},
  ): Promise<ImportReport> => {
    const path = join(folder, name)
    writeFileSync(path, lines.join('\n'))
    const [outcome] = await importFiles([path], {
      store: createPostgresCorpusWriter(database.pool),
      analyser: analyser(seen),
      clock: { now: () => new Date() },
      options,
      signal,
    })
    if (outcome === undefined || 'error' in outcome) throw outcome?.error ?? new Error('no outcome')
    return outcome.report
  }
  const undo = (id: string) =>
    undoImport(ImportId.parse(id), createPostgresCorpusWriter(database.pool), new AbortController().signal)

  /** All that a reader of the corpus can see, but for which imports things came with. */
  const everything = async () => {
    const tables = ['opinions', 'item_ratings', 'item_aspects', 'item_terms', 'category_aspects']
    const queries = [
      ...tables.map((table) => `select to_jsonb(t) as row from reviewguide.${table} t`),
      "select to_jsonb(t) - 'described_by' as row from reviewguide.items t",
      "select to_jsonb(t) - 'import_id' as row from reviewguide.reviews t",
    ]
    const all = await Promise.all(queries.map((query) => database.pool.query<{ row: object }>(query)))
    return all.map(({ rows }) => rows.map((row) => JSON.stringify(row)).sort())
  }

  it('replaces a review that comes again with another content, in place', async () => {
    const first = [review('r1', 'Good sound', 5), review('r2', 'Dull sound', 2)]
    const corrected = [review('r1', 'Poor sound after all', 1, { title: 'Changed' }), review('r2', 'Dull sound', 2)]
    await run('shop.jsonl', corrected)
    const straight = await everything()
    await emptyCorpus()

    const { importId } = await run('shop.jsonl', first)
    const seen: ReviewText[] = []
    const report = await run('shop.jsonl', corrected, { seen })
    expect(report).toMatchObject({ read: 2, added: 0, updated: 1, repeated: 1, rejected: 0, opinions: 1 })
    expect(seen.map(({ body }) => body)).toEqual(['Poor sound after all'])
    expect(await everything()).toEqual(straight)

    expect(await run('shop.jsonl', corrected)).toMatchObject({ added: 0, updated: 0, repeated: 2 })
    // The correction belongs to the import that brought the review: taking back the one that corrected it leaves it corrected.
    expect(await undo(report.importId)).toMatchObject({ reviews: 0, items: 0 })
    expect(await everything()).toEqual(straight)
    expect(await undo(importId)).toMatchObject({ reviews: 2, items: 1 })
  })

  it('judges copies anew when a correction changes the words', async () => {
    const same = 'The very same words about sound, as long as nobody writes them twice by chance'
    const weights = async () =>
      (await database.pool.query<{ trust_weight: number }>('select trust_weight from reviewguide.reviews')).rows.map(
        (row) => row.trust_weight,
      )
    await run('one.jsonl', [review('r1', same, 5), review('r2', same, 5)])
    expect(Math.max(...(await weights()))).toBeLessThan(1)
    await run('one.jsonl', [review('r1', 'Other words now about sound', 5), review('r2', same, 5)])
    expect(await weights()).toEqual([1, 1])
  })

  it('takes the first of two rows with one id in a file, however often the file comes', async () => {
    const lines = [review('r1', 'Good sound', 5), review('r1', 'Poor sound', 1)]
    expect(await run('twice.jsonl', lines)).toMatchObject({ added: 1, repeated: 1 })
    expect(await run('twice.jsonl', lines)).toMatchObject({ added: 0, updated: 0, repeated: 2 })
    expect(await run('twice.jsonl', lines, { options: { dryRun: true } })).toMatchObject({ updated: 0, repeated: 2 })
  })

  it('cannot tell a correction from another review where rows have no ids', async () => {
    const row = (text: string) => JSON.stringify({ item: { name: 'A' }, review: { text, rating: 5, author: 'Ann' } })
    await run('plain.jsonl', [row('Good sound')])
    expect(await run('plain.jsonl', [row('Poor sound')])).toMatchObject({ added: 1, updated: 0 })
  })

  it('keeps ids that collide across sources apart', async () => {
    await run('one.jsonl', [review('r1', 'Good sound', 5)])
    expect(await run('two.jsonl', [review('r1', 'Poor sound', 1)])).toMatchObject({ added: 1, updated: 0 })
    const { rows } = await database.pool.query<{ n: number }>(
      'select count(distinct review_id)::int as n, count(distinct item_id)::int as items from reviewguide.reviews',
    )
    expect(rows).toEqual([{ n: 2, items: 2 }])
  })

  it('comes to the same corpus whether metadata comes before or after the reviews', async () => {
    const reviews = Array.from({ length: 1300 }, (_, i) => amazonReview(i, `B${i % 3}`))
    const items = [
      amazonItem('B0', 'Fenlo Buds', ['Electronics', 'Headphones', 'Earbuds']),
      amazonItem('B1', 'Fenlo Boom', ['Electronics', 'Speakers']),
      amazonItem('B9', 'Fenlo None', ['Electronics', 'Speakers']),
    ]
    expect(await run('meta.jsonl', items)).toMatchObject({
      read: 3,
      described: 3,
      added: 0,
      repeated: 0,
      items: 3,
      format: 'amazon-2023',
    })
    expect(await run('reviews.jsonl', reviews)).toMatchObject({ read: 1300, added: 1300, described: 0, items: 3 })
    const before = await everything()

    await emptyCorpus()
    await run('reviews.jsonl', reviews)
    await run('meta.jsonl', items)
    expect(await everything()).toEqual(before)

    await emptyCorpus()
    await run('mixed.jsonl', [...reviews.slice(0, 700), ...items, ...reviews.slice(700)])
    expect(await everything()).toEqual(before)

    const { rows } = await database.pool.query(
      'select external_id, name, nameless, brand, category, price_minor::int from reviewguide.items order by external_id',
    )
    expect(rows).toEqual([
      {
        external_id: 'B0',
        name: 'Fenlo Buds',
        nameless: false,
        brand: 'Fenlo',
        category: 'earbuds',
        price_minor: 1999,
      },
      {
        external_id: 'B1',
        name: 'Fenlo Boom',
        nameless: false,
        brand: 'Fenlo',
        category: 'speakers',
        price_minor: 1999,
      },
      { external_id: 'B2', name: 'B2', nameless: true, brand: null, category: 'uncategorised', price_minor: null },
      {
        external_id: 'B9',
        name: 'Fenlo None',
        nameless: false,
        brand: 'Fenlo',
        category: 'speakers',
        price_minor: 1999,
      },
    ])
    const version = await everything()
    expect(await run('meta.jsonl', items)).toMatchObject({ described: 3, repeated: 0 })
    expect(await everything()).toEqual(version)
  })

  it('finishes the analysis under the new category in the next import when it was ended before', async () => {
    const reviews = Array.from({ length: 20 }, (_, i) => amazonReview(i, 'B0'))
    const meta = [amazonItem('B0', 'Fenlo Buds', ['Electronics', 'Earbuds'])]
    await run('meta.jsonl', meta)
    await run('reviews.jsonl', reviews)
    const straight = await everything()
    await emptyCorpus()
    await run('reviews.jsonl', reviews)
    const stop = new AbortController()
    const path = join(folder, 'meta.jsonl')
    writeFileSync(path, meta.join('\n'))
    await importFiles([path], {
      store: createPostgresCorpusWriter(database.pool),
      analyser: analyser(),
      clock: { now: () => new Date() },
      onProgress: ({ phase }) => phase === 'figures' && stop.abort(),
      signal: stop.signal,
    })
    expect((await database.pool.query('select * from reviewguide.moved_items')).rows).toHaveLength(1)
    await run('meta.jsonl', meta)
    expect(await everything()).toEqual(straight)
  })

  it('keeps described items when their reviews are taken back, and takes them back with their own import', async () => {
    const { importId: reviews } = await run('reviews.jsonl', [amazonReview(1, 'B0')])
    const { importId: items } = await run('meta.jsonl', [
      amazonItem('B0', 'Fenlo Buds', ['Earbuds']),
      amazonItem('B1', 'Fenlo Boom', []),
    ])
    expect(await undo(reviews)).toMatchObject({ reviews: 1, items: 0 })
    expect((await database.pool.query('select name from reviewguide.items order by name')).rows).toEqual([
      { name: 'Fenlo Boom' },
      { name: 'Fenlo Buds' },
    ])
    expect(await undo(items)).toMatchObject({ reviews: 0, items: 2 })
    expect((await database.pool.query('select 1 from reviewguide.items')).rows).toEqual([])
  })
})
