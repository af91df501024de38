/** A text as it is searched, and where each unit of that stands in the text. */
export interface FoldedText {
  folded: string
  /** For each UTF-16 unit of `folded` the span of `text` that it came from. */
  spans: { start: number; end: number }[]
}

/** Accents, once they stand apart from their letters. */
const ACCENTS = /[\u0300-\u036F]+/g

/** One character without capitals, accents and forms of presentation. Character by character, so that what is found can be pointed at. */
const foldCharacter = (character: string) => character.normalize('NFKD').toLowerCase().replace(ACCENTS, '')

/** The text in the form that search compares: "Café" and "CAFE" are both "cafe". */
export function foldText(text: string): string {
  // Every answer is folded when it ends. Small letters of ASCII are their own fold, capitals fold together: most of a text is never looked at by character.
  return text.replace(/[A-Z]+|[^\0-\x7f]/gu, (piece) => (piece < '\x80' ? piece.toLowerCase() : foldCharacter(piece)))
}

/** The same with the places, for showing what was found. */
export function foldMapped(text: string): FoldedText {
  const spans: FoldedText['spans'] = []
  let folded = ''
  let start = 0
  for (const character of text) {
    const end = start + character.length
    const fold = foldCharacter(character)
    for (let unit = 0; unit < fold.length; unit += 1) spans.push({ start, end })
    // An accent of its own belongs to the letter before it.
    const last = spans.at(-1)
    if (fold === '' && last) for (const span of spans.slice(-2)) if (span.end === start) span.end = end
    folded += fold
    start = end
  }
  return { folded, spans }
}
