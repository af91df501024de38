import { expect, test } from 'vitest'
import { reviewTone, toneWithStars } from './review-tone.ts'

test('praise is above 0, complaint below, within -1 and 1', () => {
  expect(reviewTone('Excellent sound, very comfortable, I love them.')).toBeGreaterThan(0.3)
  expect(reviewTone('Terrible sound, broke after a week, waste of money.')).toBeLessThan(-0.3)
  expect(Math.abs(reviewTone('excellent '.repeat(500)))).toBeLessThanOrEqual(1)
})

test('a text without words has no tone', () => {
  expect(reviewTone('')).toBe(0)
  expect(reviewTone('!!!')).toBe(0)
})

test('stars count as much as the words, and either stands for both', () => {
  expect(toneWithStars(0.4, 1)).toBeCloseTo(-0.3)
  expect(toneWithStars(null, 5)).toBe(1)
  expect(toneWithStars(0.4, null)).toBe(0.4)
  expect(toneWithStars(null, null)).toBeNull()
})
