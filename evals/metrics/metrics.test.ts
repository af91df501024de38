import { expect, test } from 'vitest'
import { f1 } from './f1.ts'
import { ndcg } from './ndcg.ts'
import { rouge } from './rouge.ts'
import { ranksOf, spearman } from './spearman.ts'

test('F1 by hand: 2 of 4 found are among 3', () => {
  const result = f1({ hits: 2, found: 4, gold: 3 })
  expect(result.precision).toBe(0.5)
  expect(result.recall).toBeCloseTo(2 / 3)
  expect(result.f1).toBeCloseTo(4 / 7)
  expect(f1({ hits: 0, found: 0, gold: 3 }).f1).toBe(0)
})

test('ties share the mean of their ranks', () => {
  expect(ranksOf([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2])
})

test('Spearman is 1 for the same order, -1 for the reverse, and heeds ranks alone', () => {
  expect(spearman([1, 2, 3], [10, 200, 3000])).toBeCloseTo(1)
  expect(spearman([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1)
  // Ranks 1 2 3 4 against 2 1 4 3: 1 - 6 * 4 / (4 * 15).
  expect(spearman([1, 2, 3, 4], [2, 1, 4, 3])).toBeCloseTo(0.6)
  expect(spearman([1, 1, 1], [1, 2, 3])).toBeNaN()
})

test('nDCG by hand: gains 3, 1 and 0 in the order 1, 3, 0', () => {
  const best = 3 + 1 / Math.log2(3)
  expect(ndcg([1, 2, 0], [0, 1, 2], 10)).toBeCloseTo((1 + 3 / Math.log2(3)) / best)
  expect(ndcg([2, 1, 0], [0, 1, 2], 10)).toBeCloseTo(1)
  expect(ndcg([0], [0, 2], 1)).toBe(0)
})

test('ROUGE by hand: "the cat sat" against "the cat ran home"', () => {
  const { one, two, l } = rouge('The cat sat.', ['the cat ran home'])
  expect(one).toBeCloseTo(4 / 7)
  expect(two).toBeCloseTo(2 / 5)
  expect(l).toBeCloseTo(4 / 7)
})

test('ROUGE counts a repeated word as often as the reference has it, and takes the mean over references', () => {
  expect(rouge('good good good', ['good']).one).toBeCloseTo(0.5)
  expect(rouge('good', ['good', 'bad']).one).toBeCloseTo(0.5)
  expect(rouge('', ['good'])).toEqual({ one: 0, two: 0, l: 0 })
})

test('ROUGE-L wants the order, ROUGE-1 does not', () => {
  expect(rouge('b a', ['a b']).one).toBe(1)
  expect(rouge('b a', ['a b']).l).toBe(0.5)
})
