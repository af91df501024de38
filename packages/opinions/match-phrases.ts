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
    for (let j = i; node; ) {
      if (node.value !== undefined) {
        last = j
        value = node.value
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
    raw[last] = value
    i = last
  }
  return fixed
}
