import type { Sentence } from './analyse-text.ts'
import { type Span, trimSpan, wholeEnd, wholeStart } from './spans.ts'
import type { Token } from './tokens.ts'

/** Longer sentences are cut at their commas: nobody reads a paragraph as a quote. UTF-16 units. */
const LONG = 320
const FEWEST_WORDS = 4

/** The part of a sentence to quote for a judgement on tokens first to last: the whole, or the side of a contrast that holds it when the other side says the opposite. */
export function quoteSpan(text: string, sentence: Sentence, first: number, last: number, word: number): Span {
  const whole = { start: sentence.start, end: sentence.end }
  const side = contrastSide(sentence, first, last)
  let span = side ? spanOf(text, sentence, side[0], side[1]) : whole
  if (side && (wordsIn(sentence, side) < FEWEST_WORDS || (word >= 0 && (word < side[0] || word > side[1]))))
    span = whole
  if (span.end - span.start > LONG)
    span = nearby(text, sentence, Math.min(first, word < 0 ? first : word), Math.max(last, word))
  const start = wholeStart(text, Math.min(span.start, (sentence.tokens[first] as Token).start))
  const end = wholeEnd(text, Math.max(span.end, (sentence.tokens[last] as Token).end))
  return { start, end }
}

/** First and last token of the contrast's side that holds the term, or null when there is none or both sides agree. */
function contrastSide({ tokens, valence, contrasts }: Sentence, first: number, last: number): [number, number] | null {
  if (contrasts.length === 0) return null
  const borders = new Set(contrasts.filter((at) => at > 0))
  if (contrasts[0] === 0) {
    const comma = tokens.findIndex(({ text }) => text === ',')
    if (comma > 0) borders.add(comma)
  }
  let from = 0
  let to = tokens.length - 1
  for (const at of borders) {
    if (at <= first) from = Math.max(from, at + 1)
    else if (at > last) to = Math.min(to, at - 1)
  }
  const sum = (a: number, b: number) => valence.slice(a, b).reduce((total, value) => total + value, 0)
  const inside = sum(from, to + 1)
  const outside = sum(0, from) + sum(to + 1, tokens.length)
  return inside * outside < 0 ? [from, to] : null
}

function spanOf(text: string, { tokens, end }: Sentence, from: number, to: number): Span {
  let a = from
  let b = to
  while (a < b && /^[,;:\-–—)]$|^and$/.test((tokens[a] as Token).lower)) a += 1
  while (b > a && /^[,;:\-–—(]$|^and$/.test((tokens[b] as Token).lower)) b -= 1
  return trimSpan(text, {
    start: (tokens[a] as Token).start,
    end: b === tokens.length - 1 ? end : (tokens[b] as Token).end,
  })
}

const wordsIn = ({ tokens }: Sentence, [from, to]: [number, number]) =>
  tokens.slice(from, to + 1).filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length

/** Whole comma clauses around the tokens first to last while they fit; at least the tokens themselves with a little on both sides. */
function nearby(text: string, sentence: Sentence, first: number, last: number): Span {
  const { tokens, clause } = sentence
  let from = first
  let to = last
  const fits = (a: number, b: number) => (tokens[b] as Token).end - (tokens[a] as Token).start <= LONG
  while (from > 0 && clause[from - 1] === clause[first] && fits(from - 1, to)) from -= 1
  while (to + 1 < tokens.length && clause[to + 1] === clause[last] && fits(from, to + 1)) to += 1
  return spanOf(text, sentence, from, to)
}
