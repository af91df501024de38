import type { Sentence } from './analyse-text.ts'
import type { AspectNames } from './aspect-names.ts'
import type { Term } from './term.ts'
import type { Token } from './tokens.ts'

/** Opinion words that name an aspect themselves, where the clause names none: "it is too heavy". */
export function impliedTerms({ tokens, valence, clause }: Sentence, names: AspectNames, terms: Term[]): Term[] {
  const found: Term[] = []
  for (let i = 0; i < tokens.length; i += 1) {
    const aspect = names.implied((tokens[i] as Token).lower)
    if (!aspect || valence[i] === 0) continue
    // "easy jogging" is about jogging, "heavy machine" about the machine: only nouns for the item itself leave the word free to name its own aspect.
    const next = tokens[i + 1]
    if (next && next.pos === 'NOUN' && !names.isItem(next.lower)) continue
    // "the left one was louder than the right": parts are compared with each other.
    if (isAmongParts(tokens, i)) continue
    // "A heavier one would have stayed at home" weighs nothing that is there.
    if ((tokens[i] as Token).lower.endsWith('er') && tokens.slice(i + 1, i + 5).some(({ lower }) => lower === 'would'))
      continue
    // "did not find anything lighter" says nothing against its weight.
    if (/^(?:some|any|no)thing$/.test(tokens[i - 1]?.lower ?? '') && (tokens[i] as Token).lower.endsWith('er')) continue
    const covered = terms.some(
      (term) =>
        (term.first > i &&
          term.first - i <= 3 &&
          clause[term.first] === clause[i] &&
          !verbBetween(tokens, i, term.first)) ||
        (term.last < i &&
          i - term.last <= 6 &&
          clause[term.last] === clause[i] &&
          !pronounBetween(tokens, term.last, i)) ||
        (term.first <= i && term.last >= i),
    )
    if (!covered) found.push({ first: i, last: i, aspect, listed: true })
  }
  return found
}

const sides = new Set(['left', 'right', 'other', 'first', 'second'])
const isAmongParts = (tokens: Token[], i: number) => {
  const than = tokens.findIndex(({ lower }, j) => j > i && j <= i + 3 && lower === 'than')
  return than >= 0 && tokens.slice(than + 1, than + 4).some(({ lower }) => sides.has(lower))
}
const verbBetween = (tokens: Token[], from: number, to: number) =>
  tokens.slice(from + 1, to).some(({ pos }) => pos === 'VERB' || pos === 'AUX' || pos === 'ADP')
const pronounBetween = (tokens: Token[], from: number, to: number) =>
  tokens.slice(from + 1, to).some(({ pos, lower }) => pos === 'PRON' && lower !== 'that' && lower !== 'which')
