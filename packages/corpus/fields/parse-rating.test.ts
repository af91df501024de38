import { describe, expect, it } from 'vitest'
import { parseRating, parseRecommendation, ratingScaleOf, toStars } from './parse-rating.ts'

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
    ['5,0 von 5 Sternen', { rating: 5, scale: 5 }],
    ['4,0 de 5 estrelas', { rating: 4, scale: 5 }],
    ['3,0 z 5 gwiazdek', { rating: 3, scale: 5 }],
    ['5つ星のうち4.0', { rating: 4, scale: 5 }],
    ['FIVE', { rating: 5, scale: 5 }],
  ])('reads %s', (text, expected) => {
    expect(parseRating(text)).toEqual(expected)
  })

  it.each(['good', '', 'fivefold', '4/5/6', 'A-', '4 5', '3 reviews'])('gives none for "%s"', (text) => {
    expect(parseRating(text)).toBeNull()
  })
})

describe('parseRecommendation', () => {
  it.each(['True', '1', 'yes', 'Recommended', 'Highly recommended', '👍', 'thumbs up'])(
    'hears praise in "%s"',
    (text) => {
      expect(parseRecommendation(text)).toEqual({ rating: 1, scale: 1 })
    },
  )
  it.each(['False', '0', '-1', 'no', 'Not Recommended', "Don't recommend", '👎', 'Thumbs Down'])(
    'hears none in "%s"',
    (text) => {
      expect(parseRecommendation(text)).toEqual({ rating: 0, scale: 1 })
    },
  )
  it.each(['', '5', 'perhaps', 'upset'])('gives none for "%s"', (text) => {
    expect(parseRecommendation(text)).toBeNull()
  })
})

describe('ratingScaleOf', () => {
  const scaleOf = (...ratings: number[]) => ratingScaleOf(ratings.map((rating) => ({ rating })))
  it('knows scales of 10 and 100 by where most ratings lie', () => {
    expect(scaleOf(8.8, 2.9, 7.5, 10)).toBe(10)
    expect(scaleOf(88, 92, 79, 5)).toBe(100)
  })
  it('knows thumbs by their two values', () => {
    expect(scaleOf(1, 0, 1)).toBe(1)
    expect(scaleOf(1, -1)).toBe(1)
    expect(scaleOf(1, 1)).toBeUndefined()
    expect(scaleOf(1, 0, 2)).toBeUndefined()
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
    expect([toStars(1, 1), toStars(0, 1), toStars(-1, 1)]).toEqual([5, 1, 1])
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
