import { parseTruth } from './parse-truth.ts'

/** A rating as its source gives it; `scale` is the highest of its scale, undefined when the text does not say. */
export interface ParsedRating {
  rating: number
  scale?: number
}

const number = (text: string) => Number(text.replace(',', '.'))

const unit =
  '(?:stars?|points?|pts|sternen?|étoiles?|estrellas?|estrelas?|stell[ae]|sterren|stjärnor|stjerner|gwiazd\\w*|★|⭐)'
const written = new RegExp(
  `^(?:rated\\s+|rating:?\\s*|bewertet mit\\s+)?(-?\\d+(?:[.,]\\d+)?)\\s*${unit}?(?:\\s*(?:/|out of|of|von|sur|de|su|van|av|z)\\s*(\\d+(?:[.,]0)?)|\\s*(%))?\\s*${unit}?$`,
  'i',
)

/** "5つ星のうち4.0": the scale comes first. */
const scaleFirst = /^(\d{1,3})つ星のうち\s*(\d+(?:\.\d+)?)$/

const words = ['one', 'two', 'three', 'four', 'five']

/**
 * Reads "4", "4.5", "4,5/5", "8 out of 10", "4.0 out of 5 stars", "80%", "4 stars", "★★★★☆", "FIVE". Null for what is no rating, or not surely one: letter grades mean
 * different things to different people.
 */
export function parseRating(text: string): ParsedRating | null {
  const rating = text.trim()
  const stars = /^([★⭐]+)([☆✩]*)$/u.exec(rating.replaceAll('\ufe0f', ''))
  if (stars) {
    const given = [...(stars[1] ?? '')].length
    return { rating: given, scale: stars[2] ? given + stars[2].length : undefined }
  }
  const named = words.indexOf(rating.toLowerCase()) + 1
  if (named > 0) return { rating: named, scale: 5 }
  const [, highest, given] = scaleFirst.exec(rating) ?? []
  if (highest !== undefined && given !== undefined) return { rating: number(given), scale: number(highest) }
  const plain = written.exec(rating)
  if (!plain?.[1]) return null
  const scale = plain[3] ? 100 : plain[2] ? number(plain[2]) : undefined
  return { rating: number(plain[1]), scale }
}

/** Thumbs have a scale of one step: 1 is up, 0 (or -1) is down. */
export const THUMBS_SCALE = 1

/** Reads whether somebody recommends a thing, as a rating on the scale of thumbs: "Recommended", "not recommended", "👍", "thumbs down", true, 0. Null for anything else. */
export function parseRecommendation(text: string): ParsedRating | null {
  const said = text.trim().toLowerCase()
  const up =
    parseTruth(said) ?? (/^(?:👍|thumbs?[ _-]?up|up$|(?:highly )?recommend(?:ed|s)?)/u.test(said) ? true : undefined)
  const down = /^(?:👎|thumbs?[ _-]?down|down$|-1$|(?:do(?:es)?n['o]t|do(?:es)? not|not|un)[ _-]?recommend)/u.test(said)
  if (up === undefined && !down) return null
  return { rating: up && !down ? 1 : 0, scale: THUMBS_SCALE }
}

/** So few ratings tell nothing of their scale. */
const MIN_RATINGS = 2

/**
 * The highest of the scale that a column's ratings are on, from the first of them: 10 or 100 where most lie above 5 or 10, which on a shorter scale only slips
 * do; that of thumbs where they are all 1 and 0, or 1 and -1. Undefined where 5 fits, or nothing is sure.
 */
export function ratingScaleOf(ratings: ParsedRating[]): number | undefined {
  const plain = ratings.filter(({ scale }) => scale === undefined).map((each) => each.rating)
  const highest = Math.max(0, ...plain)
  if (plain.length < MIN_RATINGS) return undefined
  if (highest === 1 && plain.some((each) => each < 1) && plain.every((each) => [1, 0, -1].includes(each))) {
    return THUMBS_SCALE
  }
  if (highest <= 5 || highest > 100) return undefined
  const above = (limit: number) => plain.filter((each) => each > limit).length / plain.length
  if (highest <= 10) return above(5) >= 0.4 ? 10 : undefined
  return above(10) >= 0.5 ? 100 : undefined
}

/**
 * A rating on another scale in stars: proportionally, so that 8 of 10 is 4 of 5, and at least 1. Scales up to 5 begin at 1, longer ones at 0,
 * thumbs at 0 or -1: what is not up is one star.
 * Null when the rating lies outside its scale.
 */
export function toStars(rating: number, scale: number): number | null {
  const lowest = scale <= THUMBS_SCALE ? -1 : scale <= 5 ? 1 : 0
  if (!(rating >= lowest && rating <= scale)) return null
  return Math.max(1, Math.round(((rating * 5) / scale) * 1000) / 1000)
}
