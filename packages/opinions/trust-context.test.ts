import { expect, test } from 'vitest'
import { findBursts } from './find-bursts.ts'
import { type ReviewAmongOthers, trustContexts } from './trust-context.ts'

const text =
  'The battery lasted two full days of heavy use and the screen stayed bright in the sun, so I would buy it again.'
const review = (over: Partial<ReviewAmongOthers> = {}): ReviewAmongOthers => ({
  item: 'a',
  text,
  rating: 5,
  writtenAt: null,
  author: null,
  brand: null,
  source: 's',
  ...over,
})
const on = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString()

test('the first of copies is the original, where dates tell', () => {
  const copies = [
    review({ writtenAt: on(9) }),
    review({ writtenAt: on(2), item: 'b' }),
    review({ writtenAt: on(5), text: text.toUpperCase() }),
  ]
  expect(trustContexts(copies).map(({ same }) => same)).toEqual([
    { others: 2, original: 0, listed: 0 },
    { others: 2, original: 1, listed: 0 },
    { others: 2, original: 0, listed: 0 },
  ])
})

test('where dates do not tell, each may be the original', () => {
  const original = (...dates: (string | null)[]) =>
    trustContexts(dates.map((writtenAt) => review({ writtenAt }))).map(({ same }) => same?.original)
  expect(original(null, on(3))).toEqual([0.5, 0.5])
  expect(original(on(3), on(3), on(4))).toEqual([0.5, 0.5, 0])
  expect(original(...Array.from({ length: 8 }, () => null))).toEqual(Array.from({ length: 8 }, () => 0.25))
})

test('a review that its shop lists under several items is no copy of itself', () => {
  const listed = { author: 'Ann', writtenAt: on(3) }
  const contexts = trustContexts([
    review(listed),
    review({ ...listed, item: 'b' }),
    review({ author: 'Bob', writtenAt: on(4) }),
  ])
  expect(contexts.map(({ same }) => same)).toEqual([
    { others: 1, original: 1, listed: 1 },
    { others: 1, original: 1, listed: 1 },
    { others: 2, original: 0, listed: 0 },
  ])
})

test('a text with a few words changed is nearly the same, another text is not', () => {
  const near = text.replace('two', 'three').replace('heavy', 'constant')
  const other = 'Arrived late in a torn box, and the charger that came with it has the wrong plug for this country.'
  const contexts = trustContexts([review(), review({ text: near }), review({ text: other })])
  expect(contexts.map(({ near }) => near?.others)).toEqual([1, 1, undefined])
})

test('short texts are alike by chance', () => {
  expect(
    trustContexts([review({ text: 'good product, I like it' }), review({ text: 'good product, I like it!' })])[0]?.near,
  ).toBeNull()
})

test('ten reviews of five stars in two days are a burst where one a week is usual; the complaint among them is not', () => {
  const usual = Array.from({ length: 20 }, (_, week) => ({ rating: 1 + (week % 5), writtenAt: on(1 + 7 * week) }))
  const burst = Array.from({ length: 10 }, (_, at) => ({ rating: 5, writtenAt: on(60 + (at % 2)) }))
  const found = findBursts([...usual, ...burst, { rating: 2, writtenAt: on(60) }])
  expect([...found.keys()].sort((a, b) => a - b)).toEqual(burst.map((_, at) => 20 + at))
  // Together they count like a busy day: more than the usual review in two days, far less than ten.
  const together = [...found.values()].reduce((sum, share) => sum + share, 0)
  expect(together).toBeGreaterThan(1)
  expect(together).toBeLessThan(4)
})

test('a rush as divided as the item is at other times is no burst, nor are undated reviews', () => {
  const usual = Array.from({ length: 20 }, (_, week) => ({ rating: 1 + (week % 5), writtenAt: on(1 + 7 * week) }))
  const rush = Array.from({ length: 20 }, (_, at) => ({ rating: 1 + (at % 5), writtenAt: on(60) }))
  expect(findBursts([...usual, ...rush]).size).toBe(0)
  expect(findBursts(rush.map(({ rating }) => ({ rating, writtenAt: null }))).size).toBe(0)
})

test('the first week of an item is no burst, for there is no rhythm yet', () => {
  const launch = Array.from({ length: 30 }, (_, at) => ({ rating: 5, writtenAt: on(1 + (at % 3)) }))
  expect(findBursts(launch).size).toBe(0)
  expect(findBursts([...launch, ...[5, 6, 7, 8, 9].map((day) => ({ rating: 4, writtenAt: on(day) }))]).size).toBe(0)
})

test('the order of the reviews changes nothing', () => {
  const reviews = [
    review({ writtenAt: on(4) }),
    review({ text: text.replace('two', 'three') }),
    review({ writtenAt: on(1) }),
  ]
  expect(trustContexts(reviews.toReversed()).toReversed()).toEqual(trustContexts(reviews))
})
