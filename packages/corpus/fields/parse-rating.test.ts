import { describe, expect, it } from 'vitest'
import { parseRating, ratingScaleOf, toStars } from './parse-rating.ts'

describe('parseRating', () => {
  it.each([
    ['4', { rating: 4 }],
    ['4,5/5', { rating: 4.5, scale: 5 }],
    ['8 out of 10', { rating: 8, scale: 10 }],
    ['80%', { rating: 80, scale: 100 }],
    ['5.0 stars', { rating: 5 }],
    ['★★★★☆', { rating: 4, scale: 5 }],
    ['⭐⭐⭐', { rating: 3 }],
    ['4.0 out of 5 stars', { rating: 4, scale: 5 }],
    ['Rated 3 out of 5 stars', { rating: 3, scale: 5 }],
    ['2 von 5 Sterne', { rating: 2, scale: 5 }],
    ['2 von 5', { rating: 2, scale: 5 }],
    ['9/10', { rating: 9, scale: 10 }],
    ['90 %', { rating: 90, scale: 100 }],
  ])('reads %s', (text, expected) => {
    expect(parseRating(text)).toEqual(expected)
  })

  it.each(['good', '', 'five', '4/5/6', 'A-', '4 5', '3 reviews'])('gives none for "%s"', (text) => {
    expect(parseRating(text)).toBeNull()
  })
})

describe('ratingScaleOf', () => {
  const scaleOf = (...ratings: number[]) => ratingScaleOf(ratings.map((rating) => ({ rating })))
  it('knows scales of 10 and 100 by where most ratings lie', () => {
    expect(scaleOf(8.8, 2.9, 7.5, 10)).toBe(10)
    expect(scaleOf(88, 92, 79, 5)).toBe(100)
  })
  it('takes a few slips for slips, and says nothing that is not sure', () => {
    expect(scaleOf(4, 4, 9, 5)).toBeUndefined()
    expect(scaleOf(5, 4, 1)).toBeUndefined()
    expect(scaleOf(9)).toBeUndefined()
    expect(scaleOf(4, 3, 5, 1999)).toBeUndefined()
    expect(
      ratingScaleOf([
        { rating: 8, scale: 10 },
        { rating: 9, scale: 10 },
      ]),
    ).toBeUndefined()
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
