import { leaningOf } from './polarity.ts'

/**
 * How a review leans as a whole, -1 (all complaint) to 1 (all praise). The sum of its valences grows with its length while its spread grows with the root of it, so the sum is
 * divided by the root of the number of words: a short and a long review of the same mind come out alike. The hyperbolic tangent keeps one gushing review from counting as many.
 * The stars that came with the text, 1 to 5, count as much as the text: each is heard wrong at times, and not at the same.
 */
export function reviewTone(text: string, rating: number | null = null): number {
  const words = text.match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0
  const said = words === 0 ? 0 : Math.tanh(leaningOf(text) / Math.sqrt(words))
  return rating === null ? said : (said + (rating - 3) / 2) / 2
}
