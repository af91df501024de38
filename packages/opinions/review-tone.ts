import { countRuns } from './plain-text.ts'
import { leaningOf } from './polarity.ts'

/**
 * How a text leans as a whole, -1 (all complaint) to 1 (all praise). The sum of its valences grows with its length while its spread grows with the root of it, so the sum is
 * divided by the root of the number of words: a short and a long review of the same mind come out alike. The hyperbolic tangent keeps one gushing review from counting as many.
 */
export function reviewTone(text: string): number {
  const words = countRuns(text)
  return words === 0 ? 0 : Math.tanh(leaningOf(text) / Math.sqrt(words))
}

/**
 * The tone of a review by its words (`reviewTone`) and its stars, 1 to 5, which count as much as the words: each is heard wrong at times, and not at the same.
 * Where one of them is null it is the other alone; null where both are.
 */
export function toneWithStars(words: number | null, stars: number | null): number | null {
  if (stars === null) return words
  const rated = (stars - 3) / 2
  return words === null ? rated : (words + rated) / 2
}
