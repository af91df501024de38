/** One record of a CSV file; the next begins at `end`. */
export interface CsvRecord {
  fields: Buffer[]
  end: number
  lines: number
  /** True when, some lines into a quoted field, another quote opens where a field begins: the first one hardly was to go on so far. */
  doubtful: boolean
}

const QUOTE = 0x22
const NEWLINE = 0x0a
const RETURN = 0x0d
const SPACE = 0x20

/**
 * Reads one record that begins at `start`. Gives 'more' when it goes on beyond the bytes, or 'open' when a quote is still open and there are no
 * more bytes to come (`last`). Relaxed: a quote inside a field that no delimiter or line end follows is part of the text. Fields come unquoted.
 */
export function readCsvRecord(
  bytes: Buffer,
  start: number,
  delimiter: number,
  last: boolean,
): CsvRecord | 'more' | 'open' {
  const fields: Buffer[] = []
  let lines = 1
  let doubtful = false
  let at = start
  for (;;) {
    if (bytes[at] === QUOTE) {
      const close = closingQuote(bytes, at + 1, delimiter, last)
      if (close === 'more') return last ? 'open' : 'more'
      for (let n = bytes.indexOf(NEWLINE, at); n !== -1 && n < close.at; n = bytes.indexOf(NEWLINE, n + 1)) lines++
      doubtful ||= close.doubtful
      const field = bytes.subarray(at + 1, close.at)
      fields.push(close.escaped ? unescaped(field) : field)
      at = close.next
    } else {
      const from = at
      while (at < bytes.length && bytes[at] !== delimiter && bytes[at] !== NEWLINE) at++
      if (at >= bytes.length && !last) return 'more'
      const end = bytes[at] !== delimiter && at > from && bytes[at - 1] === RETURN ? at - 1 : at
      fields.push(bytes.subarray(from, end))
    }
    if (bytes[at] === delimiter) {
      at++
      continue
    }
    // At a newline, or at the end of the file.
    return { fields, end: Math.min(at + 1, bytes.length), lines, doubtful }
  }
}

/** Where the field's quote closes, and where its delimiter or newline stands. */
function closingQuote(
  bytes: Buffer,
  from: number,
  delimiter: number,
  last: boolean,
): { at: number; next: number; escaped: boolean; doubtful: boolean } | 'more' {
  let escaped = false
  let doubtful = false
  let newlines = false
  let looked = from
  let quote = bytes.indexOf(QUOTE, from)
  while (quote !== -1) {
    if (bytes[quote + 1] === QUOTE) {
      escaped = true
      quote = bytes.indexOf(QUOTE, quote + 2)
      continue
    }
    let next = quote + 1
    while (bytes[next] === SPACE || bytes[next] === RETURN) next++
    if (next >= bytes.length) return last ? { at: quote, next: bytes.length, escaped, doubtful } : 'more'
    if (bytes[next] === delimiter || bytes[next] === NEWLINE) return { at: quote, next, escaped, doubtful }
    const before = bytes[quote - 1]
    newlines ||= bytes.subarray(looked, quote).includes(NEWLINE)
    looked = quote
    doubtful ||= newlines && (before === NEWLINE || before === delimiter)
    quote = bytes.indexOf(QUOTE, quote + 1)
  }
  return 'more'
}

function unescaped(field: Buffer): Buffer {
  return Buffer.from(field.toString('latin1').replaceAll('""', '"'), 'latin1')
}
