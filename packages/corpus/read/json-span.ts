/** Deeper than any review; a value nested ten thousand deep is an attack on whoever walks it. */
export const MAX_DEPTH = 100

const QUOTE = 0x22
const BACKSLASH = 0x5c
const NEWLINE = 0x0a

/** Where a JSON object or array ends, judged by its brackets and strings alone. */
export interface JsonSpan {
  end: number
  deep: boolean
}

/** The end of the object or array that begins at `start`; 'more' when it goes on beyond the bytes, 'broken' when a line ends inside a string, which JSON forbids. */
export function jsonSpan(bytes: Buffer, start: number): JsonSpan | 'more' | 'broken' {
  let depth = 0
  let deep = false
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === QUOTE) {
      const close = closingQuote(bytes, at + 1)
      if (typeof close !== 'number') return close
      at = close
    } else if (byte === 0x7b || byte === 0x5b) {
      depth++
      deep ||= depth > MAX_DEPTH
    } else if (byte === 0x7d || byte === 0x5d) {
      depth--
      if (depth === 0) return { end: at + 1, deep }
    }
  }
  return 'more'
}

/** Where the string closes whose text begins at `from`. */
export function closingQuote(bytes: Buffer, from: number): number | 'more' | 'broken' {
  const newline = bytes.indexOf(NEWLINE, from)
  for (let quote = bytes.indexOf(QUOTE, from); quote !== -1; quote = bytes.indexOf(QUOTE, quote + 1)) {
    if (newline !== -1 && newline < quote) return 'broken'
    let escapes = 0
    while (bytes[quote - 1 - escapes] === BACKSLASH && quote - 1 - escapes >= from) escapes++
    if (escapes % 2 === 0) return quote
  }
  return newline === -1 ? 'more' : 'broken'
}

/** Passes over an object as its bytes arrive, without keeping them. */
export interface JsonSkipper {
  /** Where the object ends in these bytes; 'more' when it goes on beyond them, 'broken' when a line ends inside a string. */
  skip(bytes: Buffer, from: number): number | 'more' | 'broken'
}

/** A skipper that stands before the object's first bracket. */
export function createJsonSkipper(): JsonSkipper {
  let depth = 0
  let inString = false
  let escaped = false
  return {
    skip(bytes, from) {
      for (let at = from; at < bytes.length; at++) {
        const byte = bytes[at]
        if (inString) {
          if (byte === NEWLINE) return 'broken'
          if (byte === QUOTE && !escaped) inString = false
          escaped = byte === BACKSLASH && !escaped
        } else if (byte === QUOTE) inString = true
        else if (byte === 0x7b || byte === 0x5b) depth++
        else if (byte === 0x7d || byte === 0x5d) {
          depth--
          if (depth === 0) return at + 1
        }
      }
      return 'more'
    },
  }
}
