import { expect, test } from 'vitest'
import { itemAspectScores } from './item-aspect-scores.ts'

test('many mentions stand for themselves, few are drawn to what is usual', () => {
  const [much = 0, little = 0] = itemAspectScores([
    { positive: 90, negative: 10, tone: null },
    { positive: 1, negative: 0, tone: null },
    { positive: 20, negative: 80, tone: null },
    { positive: 60, negative: 40, tone: null },
  ])
  expect(much).toBeGreaterThan(0.8)
  expect(little).toBeGreaterThan(0.5)
  expect(little).toBeLessThan(0.75)
})

test('without mentions the tone decides, where tone and praise go together', () => {
  const items = [-1, -0.5, 0, 0.5, 1].map((tone) => ({ positive: 20 + 10 * tone, negative: 20 - 10 * tone, tone }))
  const scores = itemAspectScores([
    ...items,
    { positive: 0, negative: 0, tone: 0.8 },
    { positive: 0, negative: 0, tone: -0.8 },
  ])
  expect(scores[5]).toBeCloseTo(0.7)
  expect(scores[6]).toBeCloseTo(0.3)
})

test('a tone that says nothing of the aspect moves nothing', () => {
  const even = { positive: 15, negative: 5 }
  const [high, low] = itemAspectScores([
    { ...even, tone: 1 },
    { ...even, tone: -1 },
  ])
  expect(high).toBeCloseTo(0.75)
  expect(low).toBeCloseTo(0.75)
})

test('scores stay between 0 and 1, whatever the counts, and nobody speaking is 0.5', () => {
  expect(itemAspectScores([])).toEqual([])
  expect(itemAspectScores([{ positive: 0, negative: 0, tone: 3 }])).toEqual([0.5])
  for (const score of itemAspectScores([
    { positive: 500, negative: 0, tone: 9 },
    { positive: 0, negative: 500, tone: -9 },
  ])) {
    expect(score).toBeGreaterThanOrEqual(0)
    expect(score).toBeLessThanOrEqual(1)
  }
})

test('the order of the items changes no score', () => {
  const items = [
    { positive: 3, negative: 1, tone: 0.2 },
    { positive: 0, negative: 7, tone: -0.4 },
    { positive: 12, negative: 2, tone: 0.6 },
  ]
  const forwards = itemAspectScores(items)
  const backwards = itemAspectScores(items.toReversed()).toReversed()
  forwards.forEach((score, at) => expect(score).toBeCloseTo(backwards[at] ?? 0, 12))
})
