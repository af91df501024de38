/** A rating as its source gives it; `scale` is the highest of its scale, undefined when the text does not say. */
export interface ParsedRating {
  rating: number
  scale?: number
}

const number = (text: string) => Number(text.replace(',', '.'))

/** Reads "4", "4.5", "4,5/5", "8 out of 10", "80%", "4 stars", "★★★★☆". Null for what is no rating. */
export function parseRating(text: string): ParsedRating | null {
  const rating = text.trim()
  const stars = /^(★+|⭐+)(☆*)$/u.exec(rating.replaceAll('\ufe0f', ''))
  if (stars) {
    const given = stars[1]?.length ?? 0
    return { rating: given, scale: stars[2] ? given + stars[2].length : undefined }
  }
  const plain = /^(-?\d+(?:[.,]\d+)?)(?:\s*(?:\/|out of|of)\s*(\d+)|\s*(%)|\s*stars?)?$/i.exec(rating)
  if (!plain?.[1]) return null
  const scale = plain[3] ? 100 : plain[2] ? Number(plain[2]) : undefined
  return { rating: number(plain[1]), scale }
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
