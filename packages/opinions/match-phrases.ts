import { negators, SUBJECT_REACH, subjectNegators } from './lexicon/shifters.ts'
import type { PhraseNode } from './phrase-tree.ts'
import type { Token } from './tokens.ts'

/** Words that a phrase may have. */
const LONGEST = 7

/** Finds phrases, longest first, and fixes their worth on their last word; the words within are silenced. */
export function matchPhrases(tokens: Token[], raw: number[]): boolean[] {
  const fixed = tokens.map(() => false)
  for (let i = 0; i < tokens.length; i += 1) {
    let node: PhraseNode | null | undefined = (tokens[i] as Token).word.phrases
    let last = -1
    let value = 0
    let turns = false
    for (let j = i; node; ) {
      if (node.value !== undefined) {
        last = j
        value = node.value
        turns = node.turns ?? false
      }
      j += 1
      if (j >= tokens.length || j >= i + LONGEST) break
      node = node.next.get((tokens[j] as Token).lower) ?? node.next.get('*')
    }
    if (last < 0) continue
    for (let j = i; j <= last; j += 1) {
      raw[j] = 0
      fixed[j] = true
    }
    raw[last] = turns && isNegated(tokens, i, fixed) ? value * (value > 0 ? TURNED_PRAISE : TURNED_COMPLAINT) : value
    i = last
  }
  return fixed
}

/** "not easy to use", "not too hard to read": what a single negated word is worth, see `shiftAll`. */
const TURNED_PRAISE = -0.75
const TURNED_COMPLAINT = -0.55

/** Whether a negation stands among the three words before `at`, or a denied subject farther off, with no border between. */
function isNegated(tokens: Token[], at: number, fixed: boolean[]): boolean {
  for (let j = at - 1; j >= Math.max(0, at - SUBJECT_REACH); j -= 1) {
    const { lower, pos } = tokens[j] as Token
    if (pos === 'PUNCT' || fixed[j] || lower === 'but' || lower === 'and' || lower === 'or') return false
    if (at - j <= 3 ? negators.has(lower) : subjectNegators.has(lower)) return true
  }
  return false
}
