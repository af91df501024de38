import type { Sentence } from './analyse-text.ts'

const definers = new Set(['the', 'its', 'their', 'his', 'her', 'my', 'our', "it's"])
const opening = new Set(['ADJ', 'ADV', 'NUM', 'NOUN', 'PROPN'])

/** Whether the tokens first to last are spoken of as a part of the thing: "the hinge", "its new hinge"; or "hinges are", "hinge broke" (Popescu and Etzioni 2005). */
export function isDefinite({ tokens }: Sentence, { first, last }: { first: number; last: number }): boolean {
  const next = tokens[last + 1]?.pos
  if (next === 'AUX' || next === 'VERB') return true
  let i = first - 1
  while (i >= 0 && first - i < 3 && opening.has(tokens[i]?.pos ?? '')) i -= 1
  return definers.has(tokens[i]?.lower ?? '')
}
