import type { Histogram } from '@reviewguide/contracts'

/** Ratings of one item. `mean` is plain, on 1 to 5 stars, null without ratings; `weight` is how many full votes they are worth. */
export interface RatingSummary {
  mean: number | null
  count: number
  weight: number
  histogram: Histogram
}

/**
 * Summarises ratings on 1 to 5 stars with their weights, 0 to 1. The mean ignores the weights (it is the plain figure that readers know); `weightedMean`
 * below heeds them. The order of the input changes no figure. Ratings outside 1 to 5 are left out.
 */
export function summariseRatings(ratings: readonly { rating: number; weight: number }[]): RatingSummary {
  const histogram: Histogram = [0, 0, 0, 0, 0]
  const valid = ratings.filter(({ rating }) => rating >= 1 && rating <= 5)
  for (const { rating } of valid) histogram[Math.round(rating) - 1] = (histogram[Math.round(rating) - 1] as number) + 1
  return {
    mean: valid.length === 0 ? null : clampStars(sumSorted(valid.map((r) => r.rating)) / valid.length),
    count: valid.length,
    weight: sumSorted(valid.map((r) => r.weight)),
    histogram,
  }
}

/** Mean of the ratings, each counted by its weight; null when there is no weight at all. */
export function weightedMean(ratings: readonly { rating: number; weight: number }[]): number | null {
  const weight = sumSorted(ratings.map((r) => r.weight))
  return weight > 0 ? clampStars(sumSorted(ratings.map((r) => r.rating * r.weight)) / weight) : null
}

/**
 * Draws a mean of few votes towards a prior: (strength × prior + count × mean) / (strength + count), the posterior mean of a normal with known variance
 * (Gelman et al., Bayesian Data Analysis, 2.5; the "Bayesian average" of film charts). `count` may be a sum of weights; `strength` is in votes.
 * Null when there is neither a vote nor a prior.
 */
export function adjustRating(
  { mean, count }: { mean: number | null; count: number },
  prior: { mean: number | null; strength: number },
): number | null {
  if (mean === null || count <= 0) return prior.mean
  if (prior.mean === null) return mean
  return clampStars((prior.strength * prior.mean + count * mean) / (prior.strength + count))
}

/** Votes that a category's mean is worth. Fewer, and one five-star review leads a ranking; more, and an item with twenty votes still looks like its neighbours. */
export const RATING_PRIOR_STRENGTH = 5

const clampStars = (value: number) => Math.min(5, Math.max(1, value))
const sumSorted = (values: number[]) => values.sort((a, b) => a - b).reduce((sum, value) => sum + value, 0)
