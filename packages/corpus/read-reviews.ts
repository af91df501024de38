import { AppError } from '@reviewguide/contracts'
import { canonicalLine, isCanonical } from './fields/canonical-line.ts'
import { mapColumns } from './fields/columns.ts'
import { type FlatOptions, flatLine } from './fields/flat-line.ts'
import { createCategoryGuess } from './fields/guess-category.ts'
import { dayOrder } from './fields/parse-date.ts'
import { currencyIn } from './fields/parse-price.ts'
import type { ImportOptions } from './import-options.ts'
import type { NewItem, NewReview } from './ports/index.ts'
import { type FileDefaults, prepareReview } from './prepare-review.ts'
import type { ReviewFile } from './read/open-review-file.ts'
import type { Format, Row } from './read/row.ts'

/** Rows that are looked at before the first is understood: their content tells what ambiguous columns and dates mean. */
const SAMPLE = 200

/** One row of a file, understood or not. */
export type ReadRow = { line: number; raw: Buffer } & ({ item: NewItem; review: NewReview } | { reason: string })

/**
 * Reads a file into items and reviews, some rows at a time. A compressed file that is broken off ends in one row with that reason.
 * Throws `invalid_request` when the columns do not tell what they are.
 */
export async function* readReviews(
  file: ReviewFile,
  format: Format,
  defaults: FileDefaults,
  options: ImportOptions,
  countOccurrence: (content: string) => number,
): AsyncGenerator<ReadRow[]> {
  let flat: FlatOptions | null = null
  const understand = (rows: Row[]): ReadRow[] => {
    flat ??= flatOptions(rows, options)
    const { mapping } = flat ?? {}
    return rows.map((row) => {
      const { line, raw } = row
      if ('reason' in row) return row
      if (isCanonical(row.values)) {
        return { line, raw, ...prepareReview(canonicalLine(row.values), false, defaults, countOccurrence) }
      }
      if (flat === null || mapping === undefined) return { line, raw, reason: 'neither item nor review in the object' }
      const draft = flatLine(row.values, flat)
      if ('reason' in draft) return { line, raw, reason: draft.reason }
      return { line, raw, ...prepareReview(draft.line, draft.nameless, defaults, countOccurrence) }
    })
  }

  let waiting: Row[] | null = []
  for await (const rows of rowsOf(file, format)) {
    if (waiting === null) {
      yield understand(rows)
      continue
    }
    waiting.push(...rows)
    if (waiting.length < SAMPLE) continue
    yield understand(waiting)
    waiting = null
  }
  if (waiting !== null) yield understand(waiting)
}

async function* rowsOf(file: ReviewFile, format: Format): AsyncGenerator<Row[]> {
  const parser = format.createParser(file.head)
  try {
    for await (const chunk of file.chunks) yield parser.push(chunk)
  } catch (error) {
    if (!isBrokenArchive(error)) throw error
    yield parser.end()
    yield [
      {
        line: 0,
        raw: Buffer.alloc(0),
        reason: 'the compressed file is broken off here; nothing after this could be read',
      },
    ]
    return
  }
  yield parser.end()
}

/** zlib's codes: an unexpected end, or bytes that were never compressed so. */
const isBrokenArchive = (error: unknown) =>
  error instanceof Error && 'code' in error && ['Z_BUF_ERROR', 'Z_DATA_ERROR'].includes(String(error.code))

/** What the columns of flat rows mean; null when the first rows have none, as in a canonical file. */
function flatOptions(rows: Row[], { map, currency }: ImportOptions): FlatOptions | null {
  const sample = rows.flatMap((row) => ('values' in row && !isCanonical(row.values) ? [row.values] : []))
  if (sample.length === 0) return null
  const columns = [...new Set(sample.flatMap((values) => Object.keys(values)))]
  const mapping = mapColumns(columns, sample, map)
  const dates = mapping['review.writtenAt']
  if (currency !== undefined && currencyIn(currency) === null) {
    throw new AppError('invalid_request', { details: `"${currency}" is no currency that is known here.` })
  }
  return {
    mapping,
    dayOrder: dayOrder(
      dates === undefined ? [] : sample.flatMap((values) => (typeof values[dates] === 'string' ? [values[dates]] : [])),
    ),
    currency: currencyIn(currency ?? ''),
    guessCategory: createCategoryGuess(),
  }
}
