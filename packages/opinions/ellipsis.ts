import type { Token } from './tokens.ts'

/** What a judgement is worth that is only denied ("the service was not"): less sure than one that is said. */
const DENIED = -0.75
const MOST = 1.3
/** Below it what went before is no judgement to deny. */
const FAINTEST = 0.5

/**
 * "The food was good, the service was not", "my wife liked it, I did not": a verb with nothing but a negation takes up the judgement of the clause before and turns it round. Sets the worth of such
 * negations in `valence`, which holds what all words are worth in the end.
 */
export function denyBefore(tokens: readonly Token[], valence: number[], clause: readonly number[]): void {
  for (let i = 1; i < tokens.length; i += 1) {
    if (tokens[i - 1]?.pos !== 'AUX' || !denials.has((tokens[i] as Token).lower) || !isLast(tokens, i)) continue
    let first = i
    while (first > 0 && clause[first - 1] === clause[i]) first -= 1
    if (first === 0 || valence.slice(first, i + 1).some((value) => value !== 0)) continue
    let last = first - 1
    while (last > 0 && tokens[last]?.pos === 'PUNCT') last -= 1
    let sum = 0
    for (let j = last; j >= 0 && clause[j] === clause[last]; j -= 1) sum += valence[j] as number
    if (Math.abs(sum) >= FAINTEST) valence[i] = DENIED * Math.max(-MOST, Math.min(MOST, sum))
  }
}

const denials = new Set(['not', "n't"])
const after = new Set(['.', '!', ',', ';', ')', 'though', 'however', 'and', 'but', '-', '...'])

const isLast = (tokens: readonly Token[], i: number) => after.has(tokens[i + 1]?.lower ?? '.')
