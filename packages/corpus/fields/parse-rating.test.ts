import { describe, expect, it } from 'vitest'
import { parseRating, toStars } from './parse-rating.ts'

describe('parseRating', () => {
  it.each([
    ['4', { rating: 4 }],
    ['4,5/5', { rating: 4.5, scale: 5 }],
    ['8 out of 10', { rating: 8, scale: 10 }],
    ['80%', { rating: 80, scale: 100 }],
    ['5.0 stars', { rating: 5 }],
    ['★★★★☆', { rating: 4, scale: 5 }],
  ])('reads %s', (text, expected) => {
    expect(parseRating(text)).toEqual(expected)
  })

  it.each(['good', '', 'five', '4/5/6'])('gives none for "%s"', (text) => {
    expect(parseRating(text)).toBeNull()
  })
})

describe('toStars', () => {
  it('converts proportionally and keeps within 1 to 5', () => {
    expect(toStars(4.5, 5)).toBe(4.5)
    expect(toStars(8, 10)).toBe(4)
    expect(toStars(0, 10)).toBe(1)
    expect(toStars(100, 100)).toBe(5)
  })

  it('refuses what lies outside the scale', () => {
    for (const [rating, scale] of [
      [0, 5],
      [6, 5],
      [-1, 10],
      [11, 10],
      [Number.NaN, 5],
    ] as const)
      expect(toStars(rating, scale)).toBeNull()
  })
})
