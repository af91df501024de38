/** Opinions that a category's share is worth when an aspect of one item is judged: between one loud voice and twenty agreeing ones. */
export const ASPECT_PRIOR_STRENGTH = 4

/** Share of the score that the wanted aspects have when some are wanted; the adjusted rating has the rest. */
const ASPECT_PART = 0.6

/** z of a 90 % interval: wide enough to keep three reviews from the top, narrow enough that thirty can pass hundreds. */
const Z = 1.645

/**
 * Share of praise on an aspect, drawn towards the category's share: (positive + strength × prior) / (positive + negative + strength), the mean of a beta
 * posterior. Counts may be weights. 0 to 1.
 */
export function aspectShare(
  { positive, negative }: { positive: number; negative: number },
  priorShare: number,
  strength: number = ASPECT_PRIOR_STRENGTH,
): number {
  const total = positive + negative + strength
  return total > 0 ? clamp01((positive + strength * priorShare) / total) : clamp01(priorShare)
}

/** Bounds of a share from `positive` of `total`, by Wilson's score interval (Wilson 1927), 0 to 1. `total` 0 gives the whole range. */
export function wilsonInterval(positive: number, total: number, z: number = Z): { lower: number; upper: number } {
  if (total <= 0) return { lower: 0, upper: 1 }
  const share = clamp01(positive / total)
  const z2 = z * z
  const centre = (share + z2 / (2 * total)) / (1 + z2 / total)
  const half = (z / (1 + z2 / total)) * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total))
  return { lower: clamp01(centre - half), upper: clamp01(centre + half) }
}

/** One wanted aspect: its weights for and against, and the category's usual share. */
export interface WantedAspect {
  positive: number
  negative: number
  priorShare: number
}

export interface ScoreInput {
  /** Adjusted rating in stars, or null where nothing is rated. */
  rating: number | null
  /** How many full votes stand behind it. */
  ratingWeight: number
  /** Only the aspects that were asked for; empty when none was. */
  aspects: readonly WantedAspect[]
  /** The category's mean rating in stars, null when unknown, and how many votes it is worth. */
  prior: { ratingMean: number | null; strength: number }
}

export interface ItemScore {
  score: number
  /** Ends of a 90 % interval. Rank by `lower`: uncertainty is not a merit. */
  lower: number
  upper: number
}

/**
 * The score of an item for a need, 0 to 1: 0.4 of its adjusted rating (stars mapped from 1…5 to 0…1) and 0.6 of the mean of the shrunk shares of the wanted
 * aspects; the rating alone when no aspect is wanted, the aspects alone when nothing is rated. Variances: stars of one item scatter by about 1.1 stars, so the rating's is
 * (1.1/4)² over its votes and the prior's; a share's is that of its beta posterior, p(1−p)/(n+1); parts are taken as independent.
 */
export function scoreItem({ rating, ratingWeight, aspects, prior }: ScoreInput): ItemScore {
  const stars = rating ?? prior.ratingMean
  const ratingPart = stars === null ? null : clamp01((stars - 1) / 4)
  const ratingVariance = (1.1 / 4) ** 2 / (Math.max(0, ratingWeight) + Math.max(1, prior.strength))
  if (aspects.length === 0) return interval(ratingPart ?? 0.5, ratingPart === null ? 0.25 : ratingVariance)

  let share = 0
  let variance = 0
  for (const aspect of aspects) {
    const p = aspectShare(aspect, aspect.priorShare)
    const n = aspect.positive + aspect.negative + ASPECT_PRIOR_STRENGTH
    share += p / aspects.length
    variance += (p * (1 - p)) / (n + 1) / aspects.length ** 2
  }
  if (ratingPart === null) return interval(share, variance)
  const rest = 1 - ASPECT_PART
  return interval(ASPECT_PART * share + rest * ratingPart, ASPECT_PART ** 2 * variance + rest ** 2 * ratingVariance)
}

function interval(score: number, variance: number): ItemScore {
  const half = Z * Math.sqrt(variance)
  return { score: clamp01(score), lower: clamp01(score - half), upper: clamp01(score + half) }
}

export interface ConfidenceInput {
  /** Reviews that were read for the item. */
  reviews: number
  /** Reviews that speak of the wanted aspects; equal to `reviews` when none is wanted. */
  mentions: number
  /** Width of the score's interval, 0 to 1. */
  width: number
}

/**
 * How sure a judgement is. value = √(volume × precision), where volume = n / (n + 10) over n = the smaller of reviews and twice the mentions, and
 * precision = 1 − width. The words: low below 0.55, medium below 0.75, high from there. So 5 reviews are low, 15 medium and 30 that agree are high;
 * fewer than 5 reviews are low whatever they say.
 */
export function confidenceOf({ reviews, mentions, width }: ConfidenceInput): {
  level: 'low' | 'medium' | 'high'
  value: number
} {
  const n = Math.max(0, Math.min(reviews, mentions * 2))
  const value = clamp01(Math.sqrt((n / (n + 10)) * (1 - clamp01(width))))
  const level = value < 0.55 || reviews < 5 ? 'low' : value < 0.75 ? 'medium' : 'high'
  return { level, value }
}

/** What a review of this age still counts, 0 to 1: a half after `halfLifeDays`, a quarter after twice that. Ages below 0 count as new. */
export function ageWeight(ageDays: number, halfLifeDays: number): number {
  return halfLifeDays > 0 ? 0.5 ** (Math.max(0, ageDays) / halfLifeDays) : 1
}

const clamp01 = (value: number) => Math.min(1, Math.max(0, value))
