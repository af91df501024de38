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
  ...over,
})
const on = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString()

test('the first of copies is the original, where dates tell', () => {
  const copies = [
    review({ writtenAt: on(9) }),
    review({ writtenAt: on(2), item: 'b' }),
    review({ writtenAt: on(5), text: text.toUpperCase() }),
  ]
  expect(trustContexts(copies).map(({ sameText }) => sameText)).toEqual([2, 0, 2])
})

test('without all dates, or with two first ones, each is a copy of the others', () => {
  expect(trustContexts([review(), review({ writtenAt: on(3) })]).map(({ sameText }) => sameText)).toEqual([1, 1])
  expect(
    trustContexts([review({ writtenAt: on(3) }), review({ writtenAt: on(3) })]).map(({ sameText }) => sameText),
  ).toEqual([1, 1])
})

test('a text with a few words changed is nearly the same, another text is not', () => {
  const near = text.replace('two', 'three').replace('heavy', 'constant')
  const other = 'Arrived late in a torn box, and the charger that came with it has the wrong plug for this country.'
  const contexts = trustContexts([review(), review({ text: near }), review({ text: other })])
  expect(contexts.map(({ nearSameText }) => nearSameText)).toEqual([1, 1, 0])
})

test('short texts are alike by chance', () => {
  expect(
    trustContexts([review({ text: 'good product, I like it' }), review({ text: 'good product, I like it!' })])[0]
      ?.nearSameText,
  ).toBe(0)
})

test('ten reviews of five stars in two days are a burst where one a week is usual; the complaint among them is not', () => {
  const usual = Array.from({ length: 20 }, (_, week) => ({ rating: 1 + (week % 5), writtenAt: on(1 + 7 * week) }))
  const burst = Array.from({ length: 10 }, (_, at) => ({ rating: 5, writtenAt: on(60 + (at % 2)) }))
  const found = findBursts([...usual, ...burst, { rating: 2, writtenAt: on(60) }])
  expect(found).toEqual(burst.map((_, at) => 20 + at))
})

test('a rush as divided as the item is at other times is no burst, nor are undated reviews', () => {
  const usual = Array.from({ length: 20 }, (_, week) => ({ rating: 1 + (week % 5), writtenAt: on(1 + 7 * week) }))
  const rush = Array.from({ length: 20 }, (_, at) => ({ rating: 1 + (at % 5), writtenAt: on(60) }))
  expect(findBursts([...usual, ...rush])).toEqual([])
  expect(findBursts(rush.map(({ rating }) => ({ rating, writtenAt: null })))).toEqual([])
})

test('the order of the reviews changes nothing', () => {
  const reviews = [
    review({ writtenAt: on(4) }),
    review({ text: text.replace('two', 'three') }),
    review({ writtenAt: on(1) }),
  ]
  expect(trustContexts(reviews.toReversed()).toReversed()).toEqual(trustContexts(reviews))
})
