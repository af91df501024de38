import {
  ComparisonData,
  CorpusOverview,
  ItemDetail,
  type ItemId,
  ItemPage,
  Review,
  type ReviewId,
  ReviewPage,
} from '@reviewguide/contracts'
import { createTestDatabase, memoryCorpus, seedCorpus, smallCorpus, type TestDatabase } from '@reviewguide/testing'
import type { CatalogueReader } from '@reviewguide/workflow/ports'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPostgresCatalogueReader } from './postgres-catalogue-reader.ts'

let database: TestDatabase
let reader: CatalogueReader
const stride = 'itm_larkstride1' as ItemId
const mora = 'itm_moraquiet2' as ItemId
const unknown = 'itm_unknown0000' as ItemId

beforeAll(async () => {
  database = await createTestDatabase()
  await seedCorpus(database.db, smallCorpus())
  reader = createPostgresCatalogueReader({
    db: database.db,
    confidenceOf: ({ reviews }) => ({ level: 'low', value: reviews / 100 }),
    unjudgedSignals: ({ dated }) => [{ name: 'burst', text: `only ${dated} are dated` }],
  })
})
afterAll(() => database.drop())

test('the overview counts the corpus and gives questions that it can answer', async () => {
  const overview = CorpusOverview.parse(await reader.overview())
  expect(overview).toMatchObject({ items: 7, reviews: 10 })
  expect(overview.categories.map(({ category, sample }) => [category, sample])).toEqual([
    ['earbuds', true],
    ['hotels', true],
    ['movers', true],
  ])
  expect(overview.examples.length).toBeGreaterThanOrEqual(4)
})

test('items are paged by reviews without loss or repetition', async () => {
  const names: string[] = []
  let cursor: string | undefined
  do {
    const page = ItemPage.parse(await reader.items({ limit: 2, cursor }))
    names.push(...page.items.map(({ name }) => name))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(names.slice(0, 2)).toEqual(['Lark Stride', 'Mora Quiet'])
  expect(new Set(names).size).toBe(7)
  expect(names).toHaveLength(7)
})

test.each([
  [{ q: 'lark' }, ['Lark Stride', 'Lark Basic']],
  [{ q: 'lark str' }, ['Lark Stride']],
  [{ q: 'Lrak harbor' }, []],
  [{ q: 'old town' }, ['Harbour Rooms']],
  [{ q: 'earbuds', category: 'hotels' }, []],
  [{ kind: 'service' as const }, ['Swift & Sons']],
  [{ q: `& | ! :* ' \\ \0` }, []],
])('items of %j are %j', async (query, names) => {
  expect((await reader.items({ limit: 10, ...query })).items.map(({ name }) => name)).toEqual(names)
})

test('an item has its aspects, most mentioned first', async () => {
  const item = await reader.item(stride)
  expect(
    item?.aspects.map(({ aspect, positive, negative, mentions }) => [aspect, positive, negative, mentions]),
  ).toEqual([
    ['fit', 3, 1, 4],
    ['battery life', 0, 1, 1],
    ['sound', 1, 0, 1],
  ])
  expect(await reader.item(unknown)).toBeNull()
})

test('an item tells how its reviews were screened, and null while they were not', async () => {
  expect((await reader.item(stride))?.trust).toBeNull()
  const other = await createTestDatabase()
  await seedCorpus(other.db, smallCorpus())
  await other.pool.query(
    `insert into reviewguide.item_trust values ($1, 4, 3, 4, 0, 2, 1, '{"burst": 1, "repeated_text": 2}')`,
    [stride],
  )
  await other.pool.query('update reviewguide.item_ratings set mean = 4.5, weighted_mean = 4 where item_id = $1', [
    stride,
  ])
  const screened = createPostgresCatalogueReader({
    db: other.db,
    confidenceOf: () => ({ level: 'low', value: 0 }),
    unjudgedSignals: ({ dated }) => [{ name: 'burst', text: `only ${dated} are dated` }],
  })
  const item = ItemDetail.parse(await screened.item(stride))
  expect(item.trust).toEqual({
    reviews: 4,
    lowered: 2,
    belowHalf: 1,
    signals: [
      { name: 'repeated_text', reviews: 2 },
      { name: 'burst', reviews: 1 },
    ],
    ratingBefore: 4.5,
    ratingAfter: 4,
    unjudged: [{ name: 'burst', text: 'only 3 are dated' }],
  })
  await other.drop()
})

test('reviews come newest first, undated ones last, and are paged without loss', async () => {
  const dates: (string | null)[] = []
  let cursor: string | undefined
  do {
    const page = ReviewPage.parse(await reader.reviews(stride, { limit: 1, cursor }))
    dates.push(...page.items.map(({ writtenAt }) => writtenAt?.slice(0, 10) ?? null))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(dates).toEqual(['2025-05-01', '2025-04-02', '2024-11-20', '2024-02-10'])
  const first = await reader.reviews(mora, { limit: 1 })
  const rest = await reader.reviews(mora, { limit: 5, cursor: first?.nextCursor ?? '' })
  expect(rest?.items.map(({ writtenAt }) => writtenAt)).toEqual([null])
})

test('only the reviews that speak of an aspect, on the side asked for', async () => {
  const texts = async (query: { aspect?: string; polarity?: 'positive' | 'negative' }) =>
    (await reader.reviews(stride, { ...query, limit: 10 }))?.items.map(({ text }) => text)
  expect(await texts({ aspect: 'fit', polarity: 'negative' })).toEqual(['The fit hurts my left ear. Sound is fine.'])
  expect(await texts({ aspect: 'fit' })).toHaveLength(4)
  expect(await texts({ aspect: 'colour' })).toEqual([])
  expect(await reader.reviews(unknown, { limit: 10 })).toBeNull()
})

test('a review is given as stored, with the spans of its opinions', async () => {
  const review = Review.parse(await reader.review('rev_larkstride1000' as ReviewId))
  expect(review).toMatchObject({
    itemName: 'Lark Stride',
    writtenAt: '2025-04-02T00:00:00.000Z',
    source: { name: 'sample' },
  })
  expect(review.opinions.map(({ aspect, start, end }) => [aspect, review.text.slice(start, end)])).toEqual([
    ['fit', 'The fit is perfect, they never moved.'],
    ['battery life', 'Battery life is only so-so.'],
  ])
  expect(await reader.review('rev_unknown0000' as ReviewId)).toBeNull()
})

test('a comparison has a row an aspect and a cell an item, in the order asked', async () => {
  const comparison = ComparisonData.parse(await reader.compare([mora, stride]))
  expect(comparison.items.map(({ name, confidence }) => [name, confidence.value])).toEqual([
    ['Mora Quiet', 0.02],
    ['Lark Stride', 0.04],
  ])
  expect(comparison.aspects.map(({ aspect }) => aspect)).toEqual(['fit', 'sound', 'battery life'])
  expect(comparison.aspects[0]?.cells).toEqual([
    { aspect: 'fit', positive: 0, negative: 1, mentions: 1, evidence: [] },
    { aspect: 'fit', positive: 3, negative: 1, mentions: 4, evidence: [] },
  ])
  expect(await reader.compare([mora, unknown])).toBeNull()
})

test.each([
  'nonsense',
  '',
  Buffer.from('[1]').toString('base64url'),
  Buffer.from(`["'; drop table items","x"]`).toString('base64url'),
  Buffer.from('[1,2,"itm_x\u0000"]').toString('base64url'),
])('a cursor that was never given out is an invalid request: %s', async (cursor) => {
  await expect(reader.items({ limit: 2, cursor })).rejects.toMatchObject({ code: 'invalid_request' })
  await expect(reader.reviews(stride, { limit: 2, cursor })).rejects.toMatchObject({ code: 'invalid_request' })
})

test('what is kept in memory follows the corpus', async () => {
  const other = await createTestDatabase()
  try {
    const fresh = createPostgresCatalogueReader({
      db: other.db,
      confidenceOf: () => ({ level: 'low', value: 0 }),
      unjudgedSignals: () => [],
    })
    expect(await fresh.overview()).toEqual({ items: 0, reviews: 0, categories: [], examples: [] })
    await seedCorpus(
      other.db,
      memoryCorpus([{ id: 'itm_one0000000', name: 'One Lamp', category: 'lamps', reviews: [{ text: 'Bright.' }] }]),
    )
    await expect.poll(async () => (await fresh.overview()).items, { timeout: 3000 }).toBe(1)
  } finally {
    await other.drop()
  }
})
