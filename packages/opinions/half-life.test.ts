import { expect, test } from 'vitest'
import { ageWeights, halfLifeDays } from './half-life.ts'

test('places and services age faster than appliances, and unknown categories by their kind', () => {
  expect(halfLifeDays('hotels', 'place')).toBe(731)
  expect(halfLifeDays('Vacuum Cleaners', 'product')).toBeGreaterThan(halfLifeDays('laptops', 'product'))
  expect(halfLifeDays('kites', 'product')).toBeGreaterThan(halfLifeDays('kites', 'service'))
})

test('a review counts half at the half-life and never less than a quarter', () => {
  const weights = ageWeights(731)
  expect(weights[0]).toBe(1)
  expect(weights[8]).toBeCloseTo(0.5, 2)
  expect(weights.at(-1)).toBe(0.25)
  expect(weights.toSorted((a, b) => b - a)).toEqual(weights)
})
