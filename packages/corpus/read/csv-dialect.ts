import { type CsvDialect, readCsvRecord } from './csv-record.ts'

const QUOTE = 0x22
const APOSTROPHE = 0x27
const TAB = 0x09

/** Records of the file's beginning that a delimiter is tried on. */
const TRIED = 20

/** What a spreadsheet writes first to name the delimiter. */
export const separatorLine = /^\s*sep=(.)\r?\n/i

/** The dialect of a table from its beginning, with the number of its columns: the delimiter under which the most records agree with the header, and of those the one with most columns. */
export function csvDialect(head: string): CsvDialect & { columns: number } {
  const named = separatorLine.exec(head)?.[1]
  const text = head.replace(separatorLine, '').trimStart()
  const tried = (named ? [named] : [',', ';', '\t', '|']).map((delimiter) => {
    const dialect = quoting(text, delimiter)
    return { ...dialect, ...agreement(text, dialect) }
  })
  return tried.reduce((best, next) => (rank(next) > rank(best) ? next : best))
}

/** A few records that disagree are bad rows; a delimiter under which most do is none. */
const rank = ({ columns, agreeing }: { columns: number; agreeing: number }) =>
  columns > 1 ? agreeing * 10 + Math.log2(columns) : 0

function agreement(text: string, dialect: CsvDialect): { columns: number; agreeing: number } {
  const bytes = Buffer.from(text)
  let at = 0
  let columns = 0
  let records = 0
  let agreeing = 0
  while (records < TRIED && at < bytes.length) {
    const record = readCsvRecord(bytes, at, dialect, false)
    if (record === 'more' || record === 'open') break
    if (columns === 0) columns = record.fields.length
    else {
      records++
      if (record.fields.length === columns) agreeing++
    }
    at = record.end
  }
  if (columns === 0) columns = text.split(/\r?\n/, 1)[0]?.split(String.fromCharCode(dialect.delimiter)).length ?? 0
  return { columns, agreeing: records === 0 ? 1 : agreeing / records }
}

function quoting(text: string, delimiter: string): CsvDialect {
  const mark = delimiter === '|' ? '\\|' : delimiter
  const count = (pattern: string) => text.match(new RegExp(pattern, 'gm'))?.length ?? 0
  const lines = count('$')
  const double = Math.min(count(`(?:^|${mark})"`), count(`"(?=${mark}|\\r?$)`))
  const single = Math.min(count(`(?:^|${mark})'`), count(`'(?=${mark}|\\r?$)`))
  const quote = double === 0 && single >= lines - 1 && single > 1 ? APOSTROPHE : QUOTE
  const sign = String.fromCharCode(quote)
  return {
    delimiter: delimiter.charCodeAt(0),
    quote: delimiter === '\t' && quotesNothing(text) ? null : quote,
    backslash: text.includes(`\\${sign}`) && !new RegExp(`[^${mark}\\s]${sign}${sign}[^${mark}\\s]`).test(text),
  }
}

/** Whether every line has as many tabs as the header and some field opens with a quote that it does not close: then quotes are only text. */
function quotesNothing(text: string): boolean {
  const rows = text
    .split(/\r?\n/)
    .slice(0, -1)
    .map((line) => line.split('\t'))
  const columns = rows[0]?.length ?? 0
  if (rows.length < 2 || rows.some((fields) => fields.length !== columns)) return false
  return rows.flat().some((field) => field.startsWith('"') && !/[^"]"$|^"(?:"")*"$/.test(field))
}

/** A dialect whose delimiter is known; the rest from the file's beginning. */
export const tabDialect = (head: string): CsvDialect => quoting(head.trimStart(), String.fromCharCode(TAB))
