import { phrases } from './lexicon/phrases.ts'
import { negators, SUBJECT_REACH, subjectNegators } from './lexicon/shifters.ts'
import type { Token } from './tokens.ts'

interface PhraseNode {
  value?: number
  /** Whether a negation before the phrase turns it round: not where it holds one itself. */
  turns?: boolean
  next: Map<string, PhraseNode>
}
const phraseRoot: PhraseNode = { next: new Map() }
for (const [phrase, value] of Object.entries(phrases)) {
  add(phrase.split(' '), value)
  const full = uncontracted(phrase)
  if (full !== phrase && !Object.hasOwn(phrases, full)) add(full.split(' '), value)
}

function add(words: string[], value: number): void {
  let node = phraseRoot
  for (const word of words) {
    let next = node.next.get(word)
    if (!next) {
      next = { next: new Map() }
      node.next.set(word, next)
    }
    node = next
  }
  node.value = value
  node.turns = !words.some((word) => negators.has(word))
}

/** "ca n't beat" as "can not beat", which is also how the tagger cuts "cannot". */
function uncontracted(phrase: string): string {
  return phrase
    .replace(/\bca n't\b/, 'can not')
    .replace(/\bwo n't\b/, 'will not')
    .replace(/\bn't\b/, 'not')
}

/** Finds phrases, longest first, and fixes their worth on their last word; the words within are silenced. */
export function matchPhrases(tokens: Token[], raw: number[]): boolean[] {
  const fixed = tokens.map(() => false)
  for (let i = 0; i < tokens.length; i += 1) {
    let node: PhraseNode | undefined = phraseRoot
    let last = -1
    let value = 0
    let turns = false
    for (let j = i; node && j < Math.min(tokens.length, i + 7); j += 1) {
      const word: string = (tokens[j] as Token).lower
      node = node.next.get(word) ?? node.next.get('*')
      if (node?.value !== undefined) {
        last = j
        value = node.value
        turns = node.turns ?? false
      }
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
