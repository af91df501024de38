import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjustRating, summariseRatings, weightedMean } from './ratings.ts'

describe('summariseRatings', () => {
  it('counts, averages and sorts into stars', () => {
    const summary = summariseRatings([
      { rating: 5, weight: 1 },
      { rating: 4.5, weight: 0.5 },
      { rating: 1, weight: 1 },
      { rating: 9, weight: 1 },
    ])
    expect(summary).toEqual({ mean: 3.5, count: 3, weight: 2.5, histogram: [1, 0, 0, 0, 2] })
    expect(summariseRatings([])).toEqual({ mean: null, count: 0, weight: 0, histogram: [0, 0, 0, 0, 0] })
  })

  it('does not depend on order', () => {
    const ratings = fc.array(
      fc.record({
        rating: fc.double({ min: 1, max: 5, noNaN: true }),
        weight: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    )
    fc.assert(
      fc.property(
        ratings.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(summariseRatings(shuffled)).toEqual(summariseRatings(list))
          expect(weightedMean(shuffled)).toEqual(weightedMean(list))
        },
      ),
    )
  })
})

describe('adjustRating', () => {
  it('draws few votes towards the prior and leaves many alone', () => {
    const prior = { mean: 4, strength: 5 }
    expect(adjustRating({ mean: 5, count: 1 }, prior)).toBeCloseTo(25 / 6)
    expect(adjustRating({ mean: 5, count: 1000 }, prior)).toBeGreaterThan(4.99)
    expect(adjustRating({ mean: null, count: 0 }, prior)).toBe(4)
    expect(adjustRating({ mean: 3, count: 2 }, { mean: null, strength: 5 })).toBe(3)
    expect(adjustRating({ mean: null, count: 0 }, { mean: null, strength: 5 })).toBeNull()
  })

  it('lies between mean and prior', () => {
    const stars = fc.double({ min: 1, max: 5, noNaN: true })
    fc.assert(
      fc.property(stars, stars, fc.nat(10_000), (mean, priorMean, count) => {
        const adjusted = adjustRating({ mean, count }, { mean: priorMean, strength: 5 }) as number
        expect(adjusted).toBeGreaterThanOrEqual(Math.min(mean, priorMean) - 1e-9)
        expect(adjusted).toBeLessThanOrEqual(Math.max(mean, priorMean) + 1e-9)
      }),
    )
  })
})
