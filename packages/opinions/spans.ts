/** A range of a text in UTF-16 units: `text.slice(start, end)`. */
export interface Span {
  start: number
  end: number
}

const combining = /[\p{M}\u200d\ufe0e\ufe0f]|[\u{1f3fb}-\u{1f3ff}]/u

/** Moves an end forward until it splits neither a surrogate pair nor a letter from its combining marks. */
export function wholeEnd(text: string, end: number): number {
  let at = end
  if (at > 0 && at < text.length && isLow(text, at) && isHigh(text, at - 1)) at += 1
  while (at < text.length) {
    const next = String.fromCodePoint(text.codePointAt(at) ?? 0)
    const joined = at > 0 && text.charCodeAt(at - 1) === 0x200d
    if (!joined && !combining.test(next)) break
    at += next.length
  }
  return at
}

/** Moves a start back until it splits neither a surrogate pair nor a letter from its combining marks. */
export function wholeStart(text: string, start: number): number {
  let at = start
  while (at > 0 && at < text.length) {
    if (isLow(text, at) && isHigh(text, at - 1)) at -= 1
    else if (combining.test(String.fromCodePoint(text.codePointAt(at) ?? 0)) || text.charCodeAt(at - 1) === 0x200d)
      at -= 1
    else break
  }
  return at
}

/** The same span without white space at its ends; empty spans stay where they began. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && isSpace(text.charCodeAt(start))) start += 1
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1
  return { start, end }
}

const isHigh = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xd800
const isLow = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00

/** ASCII and Unicode white space, and the zero-width characters that pages leave behind. */
export const isSpace = (code: number): boolean =>
  code <= 32 ||
  code === 0x85 ||
  code === 0xa0 ||
  code === 0xfeff ||
  code === 0x200b ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x3000
