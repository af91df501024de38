import type { Polarity } from '@reviewguide/contracts'
import { analyseText, type Sentence } from './analyse-text.ts'
import { type AspectModel, type AspectNames, aspectNames } from './aspect-names.ts'
import { findTerms, type Term } from './find-terms.ts'
import { type Judgement, judgeTarget } from './polarity.ts'
import { quoteSpan } from './quote-span.ts'
import type { Token } from './tokens.ts'

/** One judgement on one aspect. `text.slice(start, end)` is `term`; the quote is the sentence or clause around it. UTF-16 units. */
export interface Opinion {
  aspect: string
  term: string
  polarity: Polarity
  start: number
  end: number
  quoteStart: number
  quoteEnd: number
}

export interface OpinionFinder {
  /** The opinions of a text in the order of their terms. The category decides how aspects are named. Pure: the same text gives the same opinions. */
  find(text: string, category: string): Opinion[]
}

/** Longer texts are read so far only: no honest review is longer, and the time that one row takes stays bounded. */
const LONGEST = 40_000

/**
 * Makes a finder of opinions. `aspectModels` holds, by category, terms learned from that category's own reviews; without one the lists of this package and the
 * noun phrases near opinion words are all that names aspects.
 */
export function createOpinionFinder({
  aspectModels = {},
}: {
  aspectModels?: Record<string, AspectModel>
} = {}): OpinionFinder {
  const modelled = new Map(
    Object.entries(aspectModels).map(([category, model]) => [category, aspectNames(category, model)]),
  )
  return {
    find(text, category) {
      const names = modelled.get(category) ?? aspectNames(category)
      return analyseText(text.slice(0, LONGEST)).flatMap((sentence) => opinionsOf(text, sentence, names))
    },
  }
}

function opinionsOf(text: string, sentence: Sentence, names: AspectNames): Opinion[] {
  if (sentence.valence.every((value) => value === 0)) return []
  const terms = findTerms(sentence, names)
  const found: Opinion[] = []
  for (const term of terms) {
    if (isYardstick(sentence, term)) continue
    const judgement = soundJudgement(sentence, term)
    // A noun phrase that no list knows is an aspect only where the sentence ties an opinion to it.
    if (judgement.polarity === 'neutral' ? !term.listed : !term.listed && !isTied(term, judgement)) continue
    found.push(opinion(text, sentence, term, judgement))
  }
  for (const term of impliedTerms(sentence, names, terms)) {
    const judgement = judgeTarget(sentence, term.first, term.last)
    if (judgement.polarity === 'neutral' || found.some(({ aspect }) => aspect === term.aspect)) continue
    found.push(opinion(text, sentence, term, judgement))
  }
  return found.sort((a, b) => a.start - b.start)
}

/** "better than the screen of my old one": what stands after "than" belongs to something else, and is no opinion on this item. */
const isYardstick = ({ tokens }: Sentence, { first }: Term) =>
  tokens.slice(Math.max(0, first - 6), first).some(({ lower }) => lower === 'than')

/** Tied by another word than itself: "no crackle" is no opinion on crackle. */
const isTied = ({ first, last }: Term, { linked, word }: Judgement) => linked && (word < first || word > last)

/** What stands as a quote must be sure: a faint side counts as none, and fainter still where the sentence ties the opinion to the term. */
function soundJudgement(sentence: Sentence, { first, last }: Term): Judgement {
  const judgement = judgeTarget(sentence, first, last)
  const faint = Math.abs(judgement.praise - judgement.complaint) < (judgement.linked ? FAINT_TIED : FAINT)
  return faint && judgement.polarity !== 'mixed' ? { ...judgement, polarity: 'neutral' } : judgement
}

/** About a third of a plain opinion word (1.3), and half of one that is not tied to the term. Lower, and words of learned, slight leaning put praise where there is none. */
const FAINT_TIED = 0.3
const FAINT = 0.45

function opinion(
  text: string,
  sentence: Sentence,
  { first, last, aspect }: Term,
  { polarity, word }: Judgement,
): Opinion {
  const start = (sentence.tokens[first] as Token).start
  const end = (sentence.tokens[last] as Token).end
  const quote = quoteSpan(text, sentence, first, last, word)
  return { aspect, term: text.slice(start, end), polarity, start, end, quoteStart: quote.start, quoteEnd: quote.end }
}

/** Opinion words that name an aspect themselves, where the clause names none: "it is too heavy". */
function impliedTerms({ tokens, valence, clause }: Sentence, names: AspectNames, terms: Term[]): Term[] {
  const found: Term[] = []
  for (let i = 0; i < tokens.length; i += 1) {
    const aspect = names.implied((tokens[i] as Token).lower)
    if (!aspect || valence[i] === 0) continue
    // "easy jogging" is about jogging, "heavy machine" about the machine: only nouns for the item itself leave the word free to name its own aspect.
    const next = tokens[i + 1]
    if (next && next.pos === 'NOUN' && !names.isItem(next.lower)) continue
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

const verbBetween = (tokens: Token[], from: number, to: number) =>
  tokens.slice(from + 1, to).some(({ pos }) => pos === 'VERB' || pos === 'AUX' || pos === 'ADP')
const pronounBetween = (tokens: Token[], from: number, to: number) =>
  tokens.slice(from + 1, to).some(({ pos, lower }) => pos === 'PRON' && lower !== 'that' && lower !== 'which')
