import { AppError } from '@reviewguide/contracts'
import { looseNames, plainName as plain, usualNames as usual } from './column-names.ts'
import { type Field, fieldNames, type Mapping } from './field-names.ts'
import { parseRating } from './parse-rating.ts'

/** Names that hold a review's text in one file and its headline in another; their content tells. */
const ambiguous = 'review reviews summary review_summary comment comments description feedback opinion'.split(' ')

/**
 * Finds out which column is what, from the names and, where a name can mean two things, from the first rows. What `given` names goes first.
 * Throws `invalid_request` with a sentence for people when a given column is not there, or when no column can be the text or the item.
 */
export function mapColumns(columns: string[], rows: Record<string, unknown>[], given: Mapping = {}): Mapping {
  const mapping: Mapping = {}
  const taken = new Set<string>()
  const take = (field: Field, column: string | undefined) => {
    if (column === undefined || mapping[field] !== undefined) return
    mapping[field] = column
    taken.add(column)
  }
  for (const [field, column] of Object.entries(given) as [Field, string][]) {
    const found = columns.find((name) => name === column) ?? columns.find((name) => plain(name) === plain(column))
    if (found === undefined) {
      throw new AppError('invalid_request', { details: `There is no column "${column}". ${listed(columns)}` })
    }
    take(field, found)
  }

  const find = (names: string, but: (column: string) => boolean = () => false) => {
    const free = columns.filter((column) => !taken.has(column) && !but(column))
    for (const name of names.split(' ').filter((each) => each !== '')) {
      const column = free.find((candidate) => plain(candidate) === name)
      if (column !== undefined) return column
    }
    return undefined
  }
  // "note" is a rating in France and a text elsewhere.
  const noRating = (column: string) => {
    const said = rows.map((row) => textOf(row[column])?.trim() ?? '').filter((text) => text !== '')
    return said.filter((text) => parseRating(text) !== null).length < said.length / 2
  }
  const length = (column: string) => rows.reduce((sum, row) => sum + lengthOf(row[column]), 0)

  for (const field of fieldNames) {
    const but = field === 'review.rating' ? noRating : undefined
    if (field !== 'review.title' && !sides.includes(field)) take(field, find(usual[field], but))
    if (field === 'item.price' && !mapping['item.price']) take(field, find(priceColumns(columns)))
  }
  const maybe = ambiguous.flatMap((name) => find(name) ?? []).sort((a, b) => length(b) - length(a))
  take(
    'review.text',
    maybe.find((column) => !taken.has(column)),
  )
  const headline = find(usual['review.title'])
  const other = maybe.find((column) => !taken.has(column) && column !== headline)
  // Beside another headline of the review, a "title" is the item's.
  if (!mapping['item.name'] && headline !== undefined && plain(headline) === 'title' && other !== undefined) {
    take('item.name', headline)
    take('review.title', other)
  }
  take('review.title', headline ?? other)
  for (const [field, pattern, but] of looseNames) {
    const fits = (column: string) =>
      pattern.test(plain(column)) &&
      !but?.test(plain(column)) &&
      !taken.has(column) &&
      !(field === 'review.rating' && noRating(column))
    take(field, columns.find(fits))
  }
  for (const field of sides) take(field, find(usual[field]))
  // "id" is the review's where the item has a column of its own, and the item's where the reviews do ("reviews.text").
  const nested = columns.some((column) => plain(column).startsWith('reviews_'))
  const id = find('id')
  const itemHasOwn = mapping['item.id'] !== undefined && !nested
  if (id !== undefined) {
    if (nested && given['item.id'] === undefined) mapping['item.id'] = id
    else {
      const items = !itemHasOwn && (plain(mapping['item.name'] ?? '') === 'name' || repeats(rows, id))
      take(items ? 'item.id' : 'review.id', id)
    }
  }
  // A lone "title" is the item's name where nothing else names an item.
  if (!mapping['item.name'] && !mapping['item.id'] && plain(mapping['review.title'] ?? '') === 'title') {
    mapping['item.name'] = mapping['review.title']
    delete mapping['review.title']
  }

  const text = mapping['review.text'] ?? mapping['review.pros'] ?? mapping['review.cons']
  const missing = !text ? "the review's text" : !mapping['item.name'] && !mapping['item.id'] ? 'the item' : null
  if (missing !== null) {
    const field = missing === 'the item' ? 'item.name' : 'review.text'
    throw new AppError('invalid_request', {
      details: `A column is missing: none of the usual names for ${missing} stands in the header. ${listed(columns)} Name one with --map ${field}=COLUMN.`,
    })
  }
  return mapping
}

/** What speaks for and against the item, in columns of their own: only such plain names, after all others had their turn. */
const sides: Field[] = ['review.pros', 'review.cons']

/** Whether a value stands in several rows: then it is no id of a review. */
function repeats(rows: Record<string, unknown>[], column: string): boolean {
  const values = rows.map((row) => row[column]).filter((value) => value !== undefined && value !== '')
  return new Set(values).size < values.length * 0.9
}

const priceColumns = (columns: string[]) =>
  columns
    .map(plain)
    .filter((name) => /(^|_)price(_|$)|^mrp/.test(name) && !/count|range|currency|old|before|drop/.test(name))
    .join(' ')

const textOf = (value: unknown) =>
  typeof value === 'number' ? String(value) : typeof value === 'string' ? value : undefined
const lengthOf = (value: unknown) => (typeof value === 'string' ? value.length : 0)

const listed = (columns: string[]) => `The columns are: ${columns.slice(0, 40).join(', ').slice(0, 600)}.`
