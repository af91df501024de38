import type { Polarity } from '@reviewguide/contracts'
import type { Sentence } from './analyse-text.ts'
import { HARD } from './clauses.ts'
import type { CueIndex } from './cue-patterns.ts'
import { findCues } from './find-cues.ts'
import type { Token } from './tokens.ts'

/** A use that a sentence names, and how it judges the item for it. */
export interface FoundUse {
  use: string
  first: number
  last: number
  polarity: Polarity
  /** The opinion word that says so, or -1. */
  word: number
}

/** A judgement of the sentence on some aspect: where it stands and its side. */
export interface Verdict {
  first: number
  last: number
  polarity: Polarity
}

const fitting = new Set(['for', 'when', 'while', 'during', 'with', 'on', 'in', 'to', 'at'])
/** How far before "for running" the word may stand that judges it. */
const REACH = 5
/** Tokens between a use and a judgement that is taken to be about it. */
const NEAR = 14

/**
 * The uses that a sentence names. One is judged where an opinion word reaches it through "for" and the like ("great for running", "hopeless with kids"), or where what the sentence
 * says of the item in that use is all of one kind ("I run with them and they never fell out"); else it is neutral.
 */
export function findUses(sentence: Sentence, index: CueIndex, verdicts: readonly Verdict[]): FoundUse[] {
  const found: FoundUse[] = []
  for (const { aspect, first, last } of findCues({ ...sentence, question: false }, index)) {
    // A capital within the sentence makes it a name: "the Sport Run".
    if (
      found.some(({ use }) => use === aspect) ||
      (last > 0 && isName(sentence.tokens[last] as Token) && isName(sentence.tokens[last - 1] as Token))
    )
      continue
    const word = sentence.question ? -1 : judgingWord(sentence, first, last)
    const polarity =
      word >= 0
        ? (sentence.valence[word] as number) > 0
          ? 'positive'
          : 'negative'
        : sharedSide(sentence, first, verdicts)
    found.push({ use: aspect, first, last, polarity, word })
  }
  return found
}

/** The opinion word that judges fitness for the words first to last: "ideal for students", "no good for calls", "runners will love them" are not the same shape; only the first two are. */
function judgingWord({ tokens, valence, clause }: Sentence, first: number, last: number): number {
  let i = first - 1
  while (i >= 0 && first - i <= 4 && !fitting.has((tokens[i] as Token).lower)) i -= 1
  if (i < 0 || first - i > 4) return copulaWord({ tokens, valence, clause }, last)
  for (let j = i - 1; j >= Math.max(0, i - REACH); j -= 1) {
    if (clause[j] !== clause[i]) break
    if (Math.abs(valence[j] as number) >= 0.45) return j
    if ((tokens[j] as Token).pos === 'NOUN' && !isPlainNoun((tokens[j] as Token).lower)) break
  }
  return copulaWord({ tokens, valence, clause }, last)
}

const isName = ({ text, pos }: Token) => /^\p{Lu}/u.test(text) && pos !== 'PRON' && pos !== 'DET'

const isPlainNoun = (word: string) =>
  /^(?:pair|machine|laptop|place|hotel|choice|option|companion|device|thing|one|earbuds|buds|headphones|spot|restaurant|company|vacuum|computer|tool)$/.test(
    word,
  )

/** "Running with them is a joy". */
function copulaWord(
  { tokens, valence, clause }: Pick<Sentence, 'tokens' | 'valence' | 'clause'>,
  last: number,
): number {
  const is = tokens.findIndex(
    ({ lower }, i) => i > last && i <= last + 4 && (lower === 'is' || lower === 'was' || lower === 'are'),
  )
  if (is < 0) return -1
  for (let j = is + 1; j < Math.min(tokens.length, is + 4); j += 1) {
    if (clause[j] !== clause[is]) return -1
    if (Math.abs(valence[j] as number) >= 0.45) return j
  }
  return -1
}

/** "Students celebrating outside" are not the reader's students: a use has "for", "my", "when I" before it. */
const ours = new Set('for when while during with my our i we as in on after at to of'.split(' '))

function sharedSide({ tokens, clause, question }: Sentence, first: number, verdicts: readonly Verdict[]): Polarity {
  if (question || !tokens.slice(Math.max(0, first - 3), first + 1).some(({ lower }) => ours.has(lower)))
    return 'neutral'
  const near = verdicts.filter(
    (verdict) =>
      Math.abs((clause[verdict.first] as number) - (clause[first] as number)) < HARD &&
      Math.abs(verdict.first - first) <= NEAR &&
      verdict.polarity !== 'neutral',
  )
  const sides = new Set(near.map(({ polarity }) => polarity))
  return sides.size === 1 ? (near[0] as Verdict).polarity : sides.size > 1 ? 'mixed' : 'neutral'
}
