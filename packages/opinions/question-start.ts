import type { Token } from './tokens.ts'

const openers = new Set(
  'what why how who whom whose where when which do does did is are am was were can could will would should shall may might have has had any anyone anybody ca wo'.split(
    ' ',
  ),
)
const borders = /^(?:[,;:(–—]|-{1,2}|\.{2,}|…|and|but|so|or|yet)$/

/**
 * Index of the token where the question of a sentence begins; the number of tokens where it asks nothing. "Great price, how can they do it?" asks from "how" on; where no word opens a
 * question after a border, the whole sentence is one.
 */
export function questionStart(tokens: Token[]): number {
  if (!tokens.slice(-3).some((token) => token.text === '?')) return tokens.length
  for (let i = tokens.length - 2; i > 0; i -= 1)
    if (openers.has((tokens[i] as Token).lower) && borders.test((tokens[i - 1] as Token).lower)) return i
  return 0
}
