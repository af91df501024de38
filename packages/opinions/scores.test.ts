import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageWeight, aspectShare, confidenceOf, scoreItem, wilsonInterval } from './scores.ts'

const prior = { ratingMean: 4, strength: 5 }

describe('aspectShare and wilsonInterval', () => {
  it('shrinks to the prior and bounds by published values', () => {
    expect(aspectShare({ positive: 0, negative: 0 }, 0.7)).toBeCloseTo(0.7)
    expect(aspectShare({ positive: 4, negative: 0 }, 0.5, 4)).toBeCloseTo(0.75)
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
      aspects: [{ positive: 2, negative: 0, priorShare: 0.6 }],
      prior,
    })
    const many = scoreItem({
      rating: 4.5,
      ratingWeight: 30,
      aspects: [{ positive: 28, negative: 2, priorShare: 0.6 }],
      prior,
    })
    expect(many.lower).toBeGreaterThan(few.lower)
  })

  it('is the rating alone when no aspect is wanted, and works with nothing known', () => {
    expect(scoreItem({ rating: 5, ratingWeight: 100, aspects: [], prior }).score).toBe(1)
    expect(
      scoreItem({ rating: null, ratingWeight: 0, aspects: [], prior: { ratingMean: null, strength: 5 } }).score,
    ).toBe(0.5)
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
            scoreItem({ rating, ratingWeight, aspects: [{ positive: p, negative, priorShare: 0.6 }], prior })
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

describe('ageWeight', () => {
  it('halves at the half-life', () => {
    expect(ageWeight(0, 365)).toBe(1)
    expect(ageWeight(365, 365)).toBe(0.5)
    expect(ageWeight(-10, 365)).toBe(1)
    expect(ageWeight(100, 0)).toBe(1)
  })
})
