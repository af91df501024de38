import { isUtf8 } from 'node:buffer'
import { csvDialect, separatorLine, tabDialect } from './csv-dialect.ts'
import { type CsvDialect, type CsvRecord, readCsvRecord } from './csv-record.ts'
import { type Format, MAX_RECORD_BYTES, notUtf8, type Row, type RowParser, tooLong } from './row.ts'

const NEWLINE = 0x0a
const TAB = 0x09

/** Below this a quoted text is not doubted, so that a file full of stray quotes is still read in one pass or little more. */
const MIN_RUNAWAY_BYTES = 8_000

const openQuote = 'a quote opens here and never closes'

/** A table with a header, its fields separated by comma, semicolon, tab or bar, quoted or not. */
export const csv: Format = {
  name: 'csv',
  detect: (head) => csvDialect(head).columns > 1,
  createParser: (head) => createCsvParser(csvDialect(head)),
}

/** The same where the fields are known to be separated by tabs. */
export const tsv: Format = {
  name: 'tsv',
  detect: () => false,
  createParser: (head) => createCsvParser(tabDialect(head)),
}

/**
 * A quote that never closes must not swallow the file: where a quoted text runs beyond the limit, or a record of several lines has the wrong number
 * of columns, only the line it began on is rejected, and reading goes on with the line after it.
 */
export function createCsvParser(dialect: CsvDialect, { maxBytes = MAX_RECORD_BYTES } = {}): RowParser {
  let pending: Buffer = Buffer.alloc(0)
  let line = 1
  let columns: string[] | null = null
  let skipping = false
  let limit = maxBytes

  const read = (last: boolean): Row[] => {
    const rows: Row[] = []
    let at = 0
    const reject = (from: number, to: number, reason: string) => {
      rows.push({ line, raw: Buffer.from(pending.subarray(from, Math.min(to, from + 2000))), reason })
    }
    /** The line at `at` by itself where quotes mean nothing; null where it has not the header's columns, or is no row of tabs. */
    const plainLine = (): CsvRecord | null => {
      if (dialect.delimiter !== TAB || dialect.quote === null || columns === null) return null
      const record = readCsvRecord(pending, at, { ...dialect, quote: null }, last)
      return typeof record === 'object' && record.fields.length === columns.length ? record : null
    }
    /** Rejects the line at `at` alone; false when its end has not come yet. */
    const rejectLine = (reason: string): boolean => {
      const end = pending.indexOf(NEWLINE, at)
      reject(at, end === -1 ? pending.length : end, reason)
      at = end === -1 ? pending.length : end + 1
      if (end === -1) skipping = !last
      else line++
      return end !== -1
    }

    const fits = ({ fields }: CsvRecord) => columns === null || fields.length === columns.length

    while (at < pending.length) {
      if (skipping) {
        const end = pending.indexOf(NEWLINE, at)
        at = end === -1 ? pending.length : end + 1
        if (end !== -1) {
          skipping = false
          line++
        }
        continue
      }
      let record = readCsvRecord(pending, at, dialect, last)
      // Exports by tabs often quote nothing: a quote that fails is taken for text where the line is whole without it.
      if (record === 'open' || (typeof record === 'object' && record.lines > 1 && (record.doubtful || !fits(record)))) {
        record = plainLine() ?? record
      } else if (record === 'more' && pending.length - at > limit) record = plainLine() ?? record
      if (record === 'more' || (record !== 'open' && record.end - at > limit)) {
        const size = record === 'more' ? pending.length - at : record.end - at
        if (size <= limit) break
        const lineEnd = pending.indexOf(NEWLINE, at)
        const runaway = lineEnd !== -1 && lineEnd - at <= limit
        if (runaway) limit = Math.max(MIN_RUNAWAY_BYTES, limit / 2)
        rejectLine(runaway ? openQuote : tooLong)
        continue
      }
      if (record === 'open' || record.doubtful) {
        rejectLine(openQuote)
        continue
      }
      const raw = pending.subarray(at, record.end)
      if (isBlank(record.fields) || (columns === null && separatorLine.test(raw.toString('latin1', 0, 20)))) {
        // Nothing stands here, or a spreadsheet's name for the delimiter; the header comes after it.
      } else if (columns === null) {
        columns = distinct(record.fields.map((field) => field.toString('utf8').trim()))
      } else {
        const values = valuesOf(record.fields, columns)
        if (values === null && record.lines > 1) {
          rejectLine(`${openQuote}, or columns are missing`)
          continue
        }
        if (record.lines > 1) limit = maxBytes
        if (values === null) {
          const what = record.fields.length < columns.length ? 'column missing' : 'too many columns'
          rows.push({ line, raw, reason: `${what}: ${record.fields.length} where the header has ${columns.length}` })
        } else if (isUtf8(raw)) rows.push({ line, raw, values })
        else rows.push({ line, raw, reason: notUtf8 })
      }
      line += record.lines
      at = record.end
    }
    pending = pending.subarray(at)
    return rows
  }

  return {
    push(chunk) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
      return read(false)
    },
    end: () => read(true),
  }
}

/** Spreadsheets write rows of nothing but delimiters below a table. */
const isBlank = (fields: Buffer[]) => fields.every((field) => field.toString('latin1').trim() === '')

/** A field as text. Spreadsheets are told to leave a numeral alone by writing it as a formula: ="0123". */
function fieldText(field: Buffer | undefined): string {
  const text = field?.toString('utf8') ?? ''
  return text.startsWith('="') && text.endsWith('"') ? text.slice(2, -1) : text
}

/** The fields by their columns; null when their numbers differ. Empty fields beyond the header are a spreadsheet's habit and count for nothing. */
function valuesOf(fields: Buffer[], columns: string[]): Record<string, unknown> | null {
  if (fields.length < columns.length) return null
  if (fields.slice(columns.length).some((field) => field.length > 0)) return null
  const values: Record<string, unknown> = Object.create(null)
  for (let i = 0; i < columns.length; i++) values[columns[i] ?? ''] = fieldText(fields[i])
  return values
}

/** Column names that each stand once. */
function distinct(names: string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const n = (seen.get(name) ?? 0) + 1
    seen.set(name, n)
    return n === 1 ? name : `${name} (${n})`
  })
}
