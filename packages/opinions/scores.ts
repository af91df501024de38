import { type AspectPrior, aspectScore, WORTH } from './aspect-prior.ts'

/** Share of the score that the wanted aspects have when some are wanted; the adjusted rating has the rest. */
const ASPECT_PART = 0.6

/** z of a 90 % interval: wide enough to keep three reviews from the top, narrow enough that thirty can pass hundreds. */
const Z = 1.645

/** Bounds of a share from `positive` of `total`, by Wilson's score interval (Wilson 1927), 0 to 1. `total` 0 gives the whole range. */
export function wilsonInterval(positive: number, total: number, z: number = Z): { lower: number; upper: number } {
  if (total <= 0) return { lower: 0, upper: 1 }
  const share = clamp01(positive / total)
  const z2 = z * z
  const centre = (share + z2 / (2 * total)) / (1 + z2 / total)
  const half = (z / (1 + z2 / total)) * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total))
  return { lower: clamp01(centre - half), upper: clamp01(centre + half) }
}

/** One wanted aspect: its weights for and against, and what is usual for it in the category. */
export interface WantedAspect {
  positive: number
  negative: number
  prior: AspectPrior
}

export interface ScoreInput {
  /** Adjusted rating in stars, or null where nothing is rated. */
  rating: number | null
  /** How many full votes stand behind it. */
  ratingWeight: number
  /** Mean `reviewTone` of its reviews, -1 to 1; null where none could be read. */
  tone: number | null
  reviews: number
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
 * The score of an item for a need, 0 to 1: 0.4 of its adjusted rating (stars mapped from 1…5 to 0…1) and 0.6 of the mean of the scores of the wanted aspects (`aspectScore`); the
 * rating alone when no aspect is wanted, the aspects alone when nothing is rated, the tone (mapped from -1…1) when there is neither. Variances: stars of one item scatter by about
 * 1.1 and tones by about 0.4, so theirs are the squares of these, on the scale of 0 to 1, over the votes and the prior's; an aspect's is that of its beta
 * posterior, p(1−p)/(n+1), n in certain opinions; parts are taken as independent.
 */
export function scoreItem({ rating, ratingWeight, tone, reviews, aspects, prior }: ScoreInput): ItemScore {
  const stars = rating ?? prior.ratingMean
  const ratingPart = stars === null ? null : clamp01((stars - 1) / 4)
  const ratingVariance = (1.1 / 4) ** 2 / (Math.max(0, ratingWeight) + Math.max(1, prior.strength))
  if (aspects.length === 0) {
    if (ratingPart !== null) return interval(ratingPart, ratingVariance)
    if (tone === null) return interval(0.5, 0.25)
    return interval(clamp01((tone + 1) / 2), (0.4 / 2) ** 2 / (Math.max(0, reviews) + Math.max(1, prior.strength)))
  }

  let share = 0
  let variance = 0
  for (const { positive, negative, prior: usual } of aspects) {
    const p = aspectScore({ positive, negative, tone }, usual)
    const n = (positive + negative + usual.strength) * WORTH
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

const clamp01 = (value: number) => Math.min(1, Math.max(0, value))
