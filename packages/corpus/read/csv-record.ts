/** How a table's rows are written. */
export interface CsvDialect {
  delimiter: number
  /** The quote around fields; null where quotes are text like any other, as in exports that separate by tabs and quote nothing. */
  quote: number | null
  /** Whether a quote within a quoted field is written \" and not "". */
  backslash: boolean
}

/** One record of a CSV file; the next begins at `end`. */
export interface CsvRecord {
  fields: Buffer[]
  end: number
  lines: number
  /** True when, some lines into a quoted field, another quote opens where a field begins: the first one hardly was to go on so far. */
  doubtful: boolean
}

const NEWLINE = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
const BACKSLASH = 0x5c

/**
 * Reads one record that begins at `start`. Gives 'more' when it goes on beyond the bytes, or 'open' when a quote is still open and there are no
 * more bytes to come (`last`). Relaxed: a quote inside a field that no delimiter or line end follows is part of the text. Fields come unquoted.
 */
export function readCsvRecord(
  bytes: Buffer,
  start: number,
  dialect: CsvDialect,
  last: boolean,
): CsvRecord | 'more' | 'open' {
  const { delimiter, quote } = dialect
  const fields: Buffer[] = []
  let lines = 1
  let doubtful = false
  let at = start
  for (;;) {
    if (quote !== null && bytes[at] === quote) {
      const close = closingQuote(bytes, at + 1, dialect, quote, last)
      if (close === 'more') return last ? 'open' : 'more'
      for (let n = bytes.indexOf(NEWLINE, at); n !== -1 && n < close.at; n = bytes.indexOf(NEWLINE, n + 1)) lines++
      doubtful ||= close.doubtful
      const field = bytes.subarray(at + 1, close.at)
      const escaped = close.escaped || (dialect.backslash && field.includes(BACKSLASH))
      fields.push(escaped ? unescaped(field, dialect) : field)
      at = close.next
    } else {
      const from = at
      while (at < bytes.length && bytes[at] !== delimiter && bytes[at] !== NEWLINE) at++
      if (at >= bytes.length && !last) return 'more'
      const end = bytes[at] !== delimiter && at > from && bytes[at - 1] === RETURN ? at - 1 : at
      const field = bytes.subarray(from, end)
      fields.push(quote === null ? bare(field) : field)
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
  { delimiter, backslash }: CsvDialect,
  sign: number,
  last: boolean,
): { at: number; next: number; escaped: boolean; doubtful: boolean } | 'more' {
  let escaped = false
  let doubtful = false
  let newlines = false
  let looked = from
  let quote = bytes.indexOf(sign, from)
  while (quote !== -1) {
    if (backslash && isEscaped(bytes, quote, from)) {
      escaped = true
      quote = bytes.indexOf(sign, quote + 1)
      continue
    }
    if (bytes[quote + 1] === sign) {
      escaped = true
      quote = bytes.indexOf(sign, quote + 2)
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
    quote = bytes.indexOf(sign, quote + 1)
  }
  return 'more'
}

/** Whether an odd number of backslashes stands before it. */
function isEscaped(bytes: Buffer, at: number, from: number): boolean {
  let count = 0
  while (at - 1 - count >= from && bytes[at - 1 - count] === BACKSLASH) count++
  return count % 2 === 1
}

function unescaped(field: Buffer, { quote, backslash }: CsvDialect): Buffer {
  const sign = String.fromCharCode(quote ?? 0)
  const text = field.toString('latin1').replaceAll(sign + sign, sign)
  return Buffer.from(backslash ? text.replace(/\\(["'\\])/g, '$1') : text, 'latin1')
}

/** Where quotes are text, a field that is quoted by the rules all the same is unquoted. */
function bare(field: Buffer): Buffer {
  if (field.length < 2 || field[0] !== 0x22 || field.at(-1) !== 0x22) return field
  const inner = field.toString('latin1', 1, field.length - 1)
  return inner.replaceAll('""', '').includes('"') ? field : Buffer.from(inner.replaceAll('""', '"'), 'latin1')
}
