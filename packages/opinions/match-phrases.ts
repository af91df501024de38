import { phrases } from './lexicon/phrases.ts'
import type { Token } from './tokens.ts'

interface PhraseNode {
  value?: number
  next: Map<string, PhraseNode>
}
const phraseRoot: PhraseNode = { next: new Map() }
for (const [phrase, value] of Object.entries(phrases)) {
  let node = phraseRoot
  for (const word of phrase.split(' ')) {
    let next = node.next.get(word)
    if (!next) {
      next = { next: new Map() }
      node.next.set(word, next)
    }
    node = next
  }
  node.value = value
}

/** Finds phrases, longest first, and fixes their worth on their last word; the words within are silenced. */
export function matchPhrases(tokens: Token[], raw: number[]): boolean[] {
  const fixed = tokens.map(() => false)
  for (let i = 0; i < tokens.length; i += 1) {
    let node: PhraseNode | undefined = phraseRoot
    let last = -1
    let value = 0
    for (let j = i; node && j < Math.min(tokens.length, i + 7); j += 1) {
      const word: string = (tokens[j] as Token).lower
      node = node.next.get(word) ?? node.next.get('*')
      if (node?.value !== undefined) {
        last = j
        value = node.value
      }
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
