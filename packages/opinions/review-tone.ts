import { leaningOf } from './polarity.ts'

/**
 * How a review leans as a whole, -1 (all complaint) to 1 (all praise). The sum of its valences grows with its length while its spread grows with the root of it, so the sum is
 * divided by the root of the number of words: a short and a long review of the same mind come out alike. The hyperbolic tangent keeps one gushing review from counting as many.
 */
export function reviewTone(text: string): number {
  const words = text.match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0
  return words === 0 ? 0 : Math.tanh(leaningOf(text) / Math.sqrt(words))
}
