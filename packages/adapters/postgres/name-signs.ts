import { functionWords } from './function-words.ts'
import type { NameToken } from './name-tokens.ts'

/** Words that people leave out of names or write as a sign. */
export const articles = new Set(['the', 'a', 'an', 'and'])

/** What numbers of properties are counted in: "16 GB" names nothing. */
export const units = new Set(
  'gb tb mb mah mp hz khz mhz ghz w v mm cm m inch inches ft ml l kg g lb oz mbps gbps fps'.split(' '),
)

/** "xm4" and "t9" name a device, "16gb" and "4k" a property that many share. */
export const isModelNumber = (word: string) =>
  /\d/.test(word) &&
  /\p{L}/u.test(word) &&
  !/^\d+(?:gb|tb|mb|mah|mp|hz|khz|w|v|mm|cm|m|in|inch|ft|ml|l|kg|g|lb|oz|k|p|fps|x|st|nd|rd|th|s)$/.test(word)

/** Written as a name: capitals where the sentence asks for none, in a text that does not capitalise everything, and nothing more to the name. */
export function isCapitalised(
  tokens: readonly NameToken[],
  said: readonly NameToken[],
  first: number,
  last: number,
  text: string,
): boolean {
  if (!tokens.every((token) => token.capital || articles.has(token.word))) return false
  // "BEST EARBUDS FOR RUNNING", "Is It Any Good": where small words have capitals, capitals say nothing.
  if (
    said.some(
      (token, at) =>
        at > 0 && token.capital && token.word !== 'i' && functionWords.has(token.word) && !startsSentence(token, text),
    )
  )
    return false
  const before = said[first - 1]
  // The first word of a sentence has its capital anyway.
  if (!before || (tokens[0] && startsSentence(tokens[0], text))) return tokens.length > 1 || said.length === 1
  const adjacent = (left: NameToken, right: NameToken) => /^[\s-]+$/.test(text.slice(left.end, right.start))
  const after = said[last + 1]
  const longer = (token: NameToken) => token.capital && !functionWords.has(token.word)
  if (longer(before) && first > 1 && adjacent(before, tokens[0] ?? before)) return false
  return !(after && longer(after) && adjacent(tokens.at(-1) ?? after, after))
}

const startsSentence = ({ start }: NameToken, text: string) =>
  /(?:^|[.!?:\n])[\s"“(]*$/.test(text.slice(Math.max(0, start - 8), start))

const pointers = new Set(
  'is was are about than of does do did has between compare versus vs or and like get buy recommend'.split(' '),
)

const judging = new Set(
  'bad cheap clean comfortable durable expensive fast heavy light loud noisy overpriced quiet reliable safe slow small big waterproof'.split(
    ' ',
  ),
)

/** Pointed at with "the" as one thing that is known: "is the sprint any good", not "for the run" and not "is the family room quiet". */
export function isPointedAt(said: readonly NameToken[], first: number, last: number): boolean {
  if (said[first - 1]?.word !== 'the') return false
  const before = said[first - 2]?.word
  const after = said[last + 1]?.word
  return (
    (before === undefined || pointers.has(before)) &&
    (after === undefined || functionWords.has(after) || judging.has(after))
  )
}
