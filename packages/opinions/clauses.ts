import { contrasts } from './lexicon/shifters.ts'
import type { Token } from './tokens.ts'

/** Clause numbers that differ by this much or more have a hard border between them. */
export const HARD = 1000

const conceding = new Set(['although', 'though', 'while', 'despite', 'whereas'])
const hard = new Set([';'])
const soft = new Set(['—', '–', '--', ':', '(', ')', '-', '/'])

/** The number of each token's clause: it grows by 1 at a soft border (a comma, "and" with a new subject), by `HARD` at a contrast or semicolon. */
export function clausesOf(tokens: Token[]): number[] {
  let clause = 0
  // "Although the lobby is dated, the pool is lovely": the comma is where the contrast turns.
  let concedes = conceding.has(tokens[0]?.lower ?? '')
  return tokens.map((token, i) => {
    const next = tokens[i + 1]
    if (concedes && token.text === ',') {
      concedes = false
      clause += HARD
    } else if (hard.has(token.text) || (contrasts.has(token.lower) && i > 0 && startsContrast(tokens, i)))
      clause += HARD
    else if (soft.has(token.text)) clause += 1
    else if (token.text === ',' && next && opensClause(tokens, i + 1)) clause += 1
    else if (
      (token.lower === 'and' ||
        token.lower === 'because' ||
        token.lower === 'since' ||
        token.lower === 'so' ||
        token.lower === 'when' ||
        token.lower === 'which') &&
      i > 0 &&
      next &&
      (next.pos === 'DET' || next.pos === 'PRON' || next.pos === 'AUX') &&
      verbAhead(tokens, i + 1)
    )
      clause += 1
    return clause
  })
}

/** Whether what follows a comma is a clause of its own and no further member of a list: it has an article or pronoun, or a verb soon. */
const opensClause = (tokens: Token[], i: number) =>
  ['DET', 'PRON', 'AUX', 'VERB', 'ADJ', 'ADV', 'SCONJ', 'CCONJ'].includes(tokens[i]?.pos ?? '') || verbAhead(tokens, i)

/** Whether the contrast word at `i` ("but", "yet", "however") sets what follows against what went before. */
export function startsContrast(tokens: Token[], i: number): boolean {
  const word = (tokens[i] as Token).lower
  if (word === 'only') return ['and', ',', ';'].includes(tokens[i - 1]?.text ?? '') && tokens[i + 1]?.lower !== 'a'
  if (word === 'yet') return tokens[i - 1]?.text === ',' || tokens[i - 1]?.lower === 'and'
  if (word === 'though' || word === 'however') return !(tokens[i - 1]?.text === ',' && tokens[i + 1]?.text === ',')
  if (word === 'while') return tokens[i - 1]?.text === ','
  if (word === 'unfortunately' || word === 'sadly' || word === 'otherwise') return true
  return !(
    word === 'but' &&
    (tokens[i - 1]?.lower === 'nothing' || tokens[i - 1]?.lower === 'anything' || tokens[i - 1]?.lower === 'all')
  )
}

function verbAhead(tokens: Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + 7); i += 1) {
    const pos = (tokens[i] as Token).pos
    if (pos === 'VERB' || pos === 'AUX') return true
    if (pos === 'PUNCT') return false
  }
  return false
}
