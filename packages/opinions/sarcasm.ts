import type { Token } from './tokens.ts'

const failures = new Set(
  'broke died failed snapped cracked stopped quit shattered leaked collapsed burst burned burnt'.split(' '),
)
const spans = /^(?:minute|hour|day|night|week|month|use|wash)s?$/

/**
 * Index of praise that is meant the other way round, or -1: only where a sentence opens with it and goes on, with no word of contrast, to a failure and how soon it came ("Great, it
 * broke after a day"). Less certain mockery is left as it is said.
 */
export function mockPraise(tokens: Token[], valence: number[], contrasts: number[]): number {
  const opening = tokens.slice(0, 3).findIndex((_, i) => (valence[i] as number) > 0)
  if (opening < 0 || contrasts.length > 0) return -1
  const comma = tokens.findIndex(({ text }) => /^[,.:;!…–-]+$/.test(text))
  if (comma < 0 || comma > opening + 3) return -1
  const failure = tokens.findIndex(({ lower }, i) => i > comma && failures.has(lower))
  if (failure < 0) return -1
  const soon = tokens
    .slice(failure, failure + 7)
    .some(({ lower }, i, after) => /^(?:after|within|in|the)$/.test(after[i - 2]?.lower ?? '') && spans.test(lower))
  return soon ? opening : -1
}
