/** A rating as its source gives it; `scale` is the highest of its scale, undefined when the text does not say. */
export interface ParsedRating {
  rating: number
  scale?: number
}

const number = (text: string) => Number(text.replace(',', '.'))

const unit = '(?:stars?|points?|pts|sterne?|étoiles?|estrellas?|stelle|★|⭐)'
const written = new RegExp(
  `^(?:rated\\s+|rating:?\\s*)?(-?\\d+(?:[.,]\\d+)?)\\s*${unit}?(?:\\s*(?:/|out of|of|von|sur|de|su|van)\\s*(\\d+(?:[.,]0)?)|\\s*(%))?\\s*${unit}?$`,
  'i',
)

/**
 * Reads "4", "4.5", "4,5/5", "8 out of 10", "4.0 out of 5 stars", "80%", "4 stars", "★★★★☆". Null for what is no rating, or not surely one: letter grades mean
 * different things to different people.
 */
export function parseRating(text: string): ParsedRating | null {
  const rating = text.trim()
  const stars = /^([★⭐]+)([☆✩]*)$/u.exec(rating.replaceAll('\ufe0f', ''))
  if (stars) {
    const given = [...(stars[1] ?? '')].length
    return { rating: given, scale: stars[2] ? given + stars[2].length : undefined }
  }
  const plain = written.exec(rating)
  if (!plain?.[1]) return null
  const scale = plain[3] ? 100 : plain[2] ? number(plain[2]) : undefined
  return { rating: number(plain[1]), scale }
}

/** So few ratings tell nothing of their scale. */
const MIN_RATINGS = 2

/**
 * The highest of the scale that a column's ratings are on, from the first of them: 10 or 100 where most lie above 5 or 10, which on a shorter scale only slips
 * do. Undefined where 5 fits, or nothing is sure.
 */
export function ratingScaleOf(ratings: ParsedRating[]): number | undefined {
  const plain = ratings.filter(({ scale }) => scale === undefined).map((each) => each.rating)
  const highest = Math.max(0, ...plain)
  if (plain.length < MIN_RATINGS || highest <= 5 || highest > 100) return undefined
  const above = (limit: number) => plain.filter((each) => each > limit).length / plain.length
  if (highest <= 10) return above(5) >= 0.4 ? 10 : undefined
  return above(10) >= 0.5 ? 100 : undefined
}

/**
 * A rating on another scale in stars: proportionally, so that 8 of 10 is 4 of 5, and at least 1. Scales up to 5 begin at 1, longer ones at 0.
 * Null when the rating lies outside its scale.
 */
export function toStars(rating: number, scale: number): number | null {
  const lowest = scale <= 5 ? 1 : 0
  if (!(rating >= lowest && rating <= scale)) return null
  return Math.max(1, Math.round(((rating * 5) / scale) * 1000) / 1000)
}
