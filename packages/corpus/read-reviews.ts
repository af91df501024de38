import { AppError } from '@reviewguide/contracts'
import { canonicalLine, isCanonical } from './fields/canonical-line.ts'
import { plainName, toldByName } from './fields/column-names.ts'
import { mapColumns } from './fields/columns.ts'
import type { Mapping } from './fields/field-names.ts'
import { type FlatOptions, flatLine } from './fields/flat-line.ts'
import { flatRows } from './fields/flat-rows.ts'
import { createCategoryGuess } from './fields/guess-category.ts'
import { dayOrder } from './fields/parse-date.ts'
import { currencyIn } from './fields/parse-price.ts'
import { parseRating, ratingScaleOf } from './fields/parse-rating.ts'
import type { ImportOptions } from './import-options.ts'
import type { FileDefaults } from './prepare-item.ts'
import { type Prepared, prepareReview } from './prepare-review.ts'
import { BrokenArchive, type ReviewFile } from './read/open-review-file.ts'
import type { Format, Row } from './read/row.ts'
import type { Shape } from './shapes/shape.ts'
import { createShapes, shapeNames } from './shapes/shapes.ts'

/** Rows that are looked at before the first is understood: their content tells what ambiguous columns and dates mean. */
const SAMPLE = 200

/** One row of a file, understood or not; a row without a review describes its item; `unreadDate` is what stood for its date and is none. */
export type ReadRow = { line: number; raw: Buffer } & Prepared

/** How a file was understood. */
export interface Understanding {
  /** The data set's name where the rows are of a known one, else the format's. */
  format: string
  columns: Mapping
  unused: string[]
  notes: string[]
}

export interface ReadInput {
  file: ReviewFile
  format: Format
  defaults: FileDefaults
  options: ImportOptions
  /** Numbers equal contents within the file. */
  countOccurrence: (content: string) => number
  /** Called before the first rows, and again when rows of a form come that none had before. */
  onUnderstood?: (understanding: Understanding) => void
}

/**
 * Reads a file into items and reviews, some rows at a time: canonical lines, rows of a known data set, else columns by their names. A compressed file that is
 * broken off ends in one row with that reason. Throws `invalid_request` when the columns do not tell what they are.
 */
export async function* readReviews(input: ReadInput): AsyncGenerator<ReadRow[]> {
  const { file, format, defaults, options, countOccurrence, onUnderstood } = input
  const named = shapeNames.includes(options.format ?? '') ? options.format : undefined
  // A table's columns have names that people may have to put right; a data set in another form has not.
  const table = format.name === 'csv' || format.name === 'tsv'
  const shapes = named === undefined && (options.map || table) ? [] : createShapes()
  const shapeOf = (values: Record<string, unknown>): Shape | undefined =>
    shapes.find((shape) => (named === undefined || shape.name === named) && shape.fits(values))
  let flat: FlatOptions | null = null
  let ofDataSet = false
  let told = false

  const understand = (rows: Row[]): ReadRow[] => {
    if (flat === null && !ofDataSet) {
      const values = rows.flatMap((row) => ('values' in row && !isCanonical(row.values) ? [row.values] : []))
      const shape = values.map((each) => shapeOf(each)).find((each) => each !== undefined)
      // Columns are asked for where they are all there is: beside rows of a data set, rows of another form are rejected by themselves.
      ofDataSet = shape !== undefined || named !== undefined
      const sample = ofDataSet ? [] : values.flatMap((each) => flatRows(each))
      if (sample.length > 0) flat = flatOptions(sample, options)
      if (!told || flat !== null || ofDataSet) {
        const columns = flat?.mapping ?? {}
        const unused = columnsOf(sample).filter((column) => !Object.values(columns).includes(column))
        const notes = flat ? notesOf(flat, options) : []
        onUnderstood?.({ format: shape?.name ?? format.name, columns, unused, notes })
        told = true
      }
    }
    return rows.flatMap((row) => read(row))
  }

  const read = (row: Row): ReadRow[] => {
    const { line, raw } = row
    if ('reason' in row) return [row]
    if (isCanonical(row.values)) {
      const said = ofItem(canonicalLine(row.values), options)
      return [{ line, raw, ...prepareReview(said, false, defaults, countOccurrence) }]
    }
    const shape = shapeOf(row.values)
    const known = flat
    const drafts = shape
      ? shape.lines(row.values).map((draft) => ('line' in draft && options.source ? withoutSource(draft) : draft))
      : known
        ? flatRows(row.values).map((each) => flatLine(each, known))
        : [{ reason: named ? `not a row of ${named}` : 'neither item nor review in the object' }]
    return drafts.map((draft) =>
      'reason' in draft
        ? { line, raw, reason: draft.reason }
        : { line, raw, ...prepareReview(ofItem(draft.line, options), draft.nameless, defaults, countOccurrence) },
    )
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
    if (!(error instanceof BrokenArchive)) throw error
    yield parser.end()
    yield [{ line: 0, raw: Buffer.alloc(0), reason: error.message }]
    return
  }
  yield parser.end()
}

/** A source that was asked for stands above the one that a data set is known by. */
const withoutSource = (draft: { line: unknown; nameless: boolean }) => ({
  ...draft,
  line: { ...(draft.line as object), source: undefined },
})

/** The line as one about the item that was asked for. */
function ofItem(line: unknown, { item: name }: ImportOptions): unknown {
  if (name === undefined) return line
  const { item, ...rest } = line as { item?: object }
  return { ...rest, item: { ...item, id: undefined, name } }
}

const columnsOf = (rows: Record<string, unknown>[]) => [...new Set(rows.flatMap((values) => Object.keys(values)))]

/** What the columns of flat rows mean. */
function flatOptions(
  sample: Record<string, unknown>[],
  { map, item: named, currency, ratingScale }: ImportOptions,
): FlatOptions {
  const mapping = mapColumns({ columns: columnsOf(sample), rows: sample, given: map, itemKnown: named !== undefined })
  const texts = (column: string | undefined) =>
    column === undefined
      ? []
      : sample.flatMap((values) => {
          const value = values[column]
          return typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
        })
  if (currency !== undefined && currencyIn(currency) === null) {
    throw new AppError('invalid_request', { details: `"${currency}" is no currency that is known here.` })
  }
  const item = mapping['item.name'] ?? mapping['item.id'] ?? ''
  return {
    mapping,
    dayOrder: dayOrder(texts(mapping['review.writtenAt'])),
    currency: currencyIn(currency ?? ''),
    guessCategory: createCategoryGuess(),
    ...toldByName(item, columnsOf(sample)),
    products:
      mapping['item.price'] !== undefined ||
      /^(?:product|item|prod|article|artikel|produkt|produ[ic]t)/.test(plainName(item)),
    ratingScale:
      ratingScale ?? ratingScaleOf(texts(mapping['review.rating']).flatMap((text) => parseRating(text) ?? [])),
  }
}

function notesOf({ mapping, ratingScale, dayOrder: order }: FlatOptions, options: ImportOptions): string[] {
  const notes: string[] = []
  if (ratingScale !== undefined && options.ratingScale === undefined) {
    notes.push(
      `The ratings in "${mapping['review.rating']}" are read on a scale up to ${ratingScale}; name another with --rating-scale.`,
    )
  }
  if (mapping['review.writtenAt'] !== undefined && order === 'day-first') {
    notes.push(`The dates in "${mapping['review.writtenAt']}" are read with the day first.`)
  }
  return notes
}
