import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confidenceOf, scoreItem, wilsonInterval } from './scores.ts'

const prior = { ratingMean: 4, strength: 5 }
const usual = { share: 0.6, tone: 0, slope: 0, strength: 20 }
const unread = { tone: null, reviews: 0 }

describe('wilsonInterval', () => {
  it('bounds by published values', () => {
    // 81 of 263 at 95 %: 0.255 to 0.366 (Newcombe 1998, table I, method 3).
    const { lower, upper } = wilsonInterval(81, 263, 1.96)
    expect(lower).toBeCloseTo(0.2553, 3)
    expect(upper).toBeCloseTo(0.3662, 3)
    expect(wilsonInterval(0, 0)).toEqual({ lower: 0, upper: 1 })
  })
})

describe('scoreItem', () => {
  it('ranks thirty agreeing reviews above two perfect ones by the lower bound', () => {
    const few = scoreItem({
      rating: 4.3,
      ratingWeight: 2,
      tone: null,
      reviews: 2,
      aspects: [{ positive: 2, negative: 0, prior: usual }],
      prior,
    })
    const many = scoreItem({
      rating: 4.5,
      ratingWeight: 30,
      tone: null,
      reviews: 30,
      aspects: [{ positive: 28, negative: 2, prior: usual }],
      prior,
    })
    expect(many.lower).toBeGreaterThan(few.lower)
  })

  it('is the rating alone when no aspect is wanted, and works with nothing known', () => {
    expect(scoreItem({ rating: 5, ratingWeight: 100, ...unread, aspects: [], prior }).score).toBe(1)
    expect(
      scoreItem({ rating: null, ratingWeight: 0, ...unread, aspects: [], prior: { ratingMean: null, strength: 5 } })
        .score,
    ).toBe(0.5)
  })

  it('goes by the tone where nothing is rated and no aspect is wanted', () => {
    const unrated = { rating: null, ratingWeight: 0, aspects: [], prior: { ratingMean: null, strength: 5 } }
    const pleased = scoreItem({ ...unrated, tone: 0.6, reviews: 20 })
    expect(pleased.score).toBeCloseTo(0.8)
    expect(pleased.lower).toBeGreaterThan(scoreItem({ ...unrated, tone: 0.6, reviews: 2 }).lower)
  })

  it('keeps lower ≤ score ≤ upper within 0 and 1, and more praise never lowers it', () => {
    const count = fc.nat(200)
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 5, noNaN: true }),
        count,
        count,
        count,
        (rating, ratingWeight, positive, negative) => {
          const score = (p: number) =>
            scoreItem({ rating, ratingWeight, ...unread, aspects: [{ positive: p, negative, prior: usual }], prior })
          const now = score(positive)
          expect(now.lower).toBeGreaterThanOrEqual(0)
          expect(now.lower).toBeLessThanOrEqual(now.score)
          expect(now.upper).toBeGreaterThanOrEqual(now.score)
          expect(now.upper).toBeLessThanOrEqual(1)
          expect(score(positive + 1).score).toBeGreaterThanOrEqual(now.score)
        },
      ),
    )
  })
})

describe('confidenceOf', () => {
  it('ties words to numbers', () => {
    expect(confidenceOf({ reviews: 3, mentions: 3, width: 0 }).level).toBe('low')
    expect(confidenceOf({ reviews: 15, mentions: 15, width: 0.2 }).level).toBe('medium')
    expect(confidenceOf({ reviews: 40, mentions: 30, width: 0.15 }).level).toBe('high')
    expect(confidenceOf({ reviews: 40, mentions: 1, width: 0.5 }).level).toBe('low')
  })
})
