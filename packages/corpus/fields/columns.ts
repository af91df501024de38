import { AppError } from '@reviewguide/contracts'
import {
  createColumnContent,
  isCount,
  isDate,
  isNumber,
  isProse,
  isRating,
  isRecommendation,
  isTruth,
  isWords,
} from './column-content.ts'
import { hasTitle, looseNames, plainName as plain, usualNames as usual } from './column-names.ts'
import { type Field, fieldNames, type Mapping } from './field-names.ts'

/** Names that hold a review's text in one file and its headline in another; their content tells. */
const ambiguous = 'review reviews summary review_summary comment comments description feedback opinion'

/** What the values of a field look like: a column whose values do not is something else, whatever its name ("note" is a rating in France and a text elsewhere). */
const looks: Partial<Record<Field, (text: string) => boolean>> = {
  'review.text': isWords,
  'review.pros': isWords,
  'review.cons': isWords,
  'review.title': isWords,
  'review.rating': isRating,
  'review.recommended': isRecommendation,
  'review.writtenAt': isDate,
  'review.verified': isTruth,
  'review.helpfulVotes': isCount,
}

/** What speaks for and against the item, in columns of their own: only such plain names, after all others had their turn. */
const sides: Field[] = ['review.pros', 'review.cons']

/** Taken by other rules than their names alone, or only where another is missing. */
const later: Field[] = ['review.title', 'review.recommended', ...sides]

/** Texts of others than the reviewer, which are no review where nothing else is. */
const ofOthers =
  /repl|respon|answer|descr|address|url|link|image|photo|spec|feature|owner|summ_|product|item|categor|keys/

export interface MapColumns {
  columns: string[]
  /** The first of the rows. */
  rows: Record<string, unknown>[]
  given?: Mapping
  /** Whether the item is known without a column. */
  itemKnown?: boolean
}

/**
 * Finds out which column is what, from the names and from what the first rows hold. What `given` names goes first.
 * Throws `invalid_request` with a sentence for people when a given column is not there, or when no column can be the text or the item.
 */
export function mapColumns({ columns, rows, given = {}, itemKnown = false }: MapColumns): Mapping {
  const mapping: Mapping = {}
  const taken = new Set<string>()
  const content = createColumnContent(rows)
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

  const fits = (field: Field, column: string) => {
    const look = looks[field]
    return look === undefined || content.mostly(column, look)
  }
  // Where the reviews have columns of their own, a "rating" beside them is the item's.
  const nested = holdsReviews(columns)
  const nameIn = (field: Field, column: string) => {
    if (!nested || !field.startsWith('review.')) return nested && ofReview.test(plain(column)) ? '' : plain(column)
    return ofReview.test(plain(column)) ? plain(column).replace(ofReview, '') : ''
  }
  const find = (field: Field, names = usual[field], but: (column: string) => boolean = () => false) => {
    const free = columns.filter((column) => !taken.has(column))
    for (const name of names.split(' ').filter((each) => each !== '')) {
      const column = free.find((candidate) => compact(nameIn(field, candidate)) === compact(name) && !but(candidate))
      if (column !== undefined) return column
    }
    return undefined
  }
  const usually = (field: Field) => find(field, usual[field], (column) => !fits(field, column))

  take('review.author', given['item.name'] === undefined ? personsName(columns, content, itemKnown) : undefined)
  for (const field of fieldNames) {
    if (!later.includes(field)) take(field, usually(field))
    if (field === 'item.price' && !mapping['item.price']) take(field, find(field, priceColumns(columns)))
  }
  const maybe = ambiguous
    .split(' ')
    .flatMap((name) => find('review.text', name, (column) => !fits('review.text', column)) ?? [])
    .filter((column) => plain(column) !== 'description' || saysReview(mapping))
    .sort((a, b) => content.length(b) - content.length(a))
  take(
    'review.text',
    maybe.find((column) => !taken.has(column)),
  )
  const headline = usually('review.title')
  const other = maybe.find((column) => !taken.has(column) && column !== headline)
  if (!mapping['item.name'] && !itemKnown && headline !== undefined && plain(headline) === 'title') {
    // Beside another headline of the review a "title" is the item's, and where rows of the same item have the same.
    const id = mapping['item.id']
    const agrees = id === undefined ? null : content.byKey(id, headline)
    if (other !== undefined || agrees === 'same' || (agrees === null && id !== undefined && hasTitle(id))) {
      take('item.name', headline)
      take('review.title', other)
    }
  }
  if (headline === undefined || !taken.has(headline)) take('review.title', headline ?? other)
  for (const [field, pattern, but] of looseNames) {
    const fitting = (column: string) =>
      pattern.test(nameIn(field, column)) &&
      !but?.test(nameIn(field, column)) &&
      !taken.has(column) &&
      !(plain(column) === 'domain' && mapping['item.id'] !== undefined) &&
      fits(field, column)
    take(field, columns.find(fitting))
  }
  for (const field of sides) take(field, usually(field))
  // Dates that cannot be read are still the dates: the import says so.
  take(
    'review.writtenAt',
    find('review.writtenAt', usual['review.writtenAt'], (column) => content.mostly(column, isNumber)),
  )
  if (!mapping['review.rating']) take('review.recommended', usually('review.recommended'))
  if (nested) take('item.name', find('item.name', 'title'))
  takeId(columns, content, { mapping, take, nested })
  // A lone "title" is the item's name where nothing else names an item.
  if (!mapping['item.name'] && !mapping['item.id'] && !itemKnown && plain(mapping['review.title'] ?? '') === 'title') {
    mapping['item.name'] = mapping['review.title']
    delete mapping['review.title']
  }
  const said = () => mapping['review.text'] ?? mapping['review.pros'] ?? mapping['review.cons']
  if (said() === undefined) take('review.text', find('review.text') ?? longestProse(columns, taken, content))

  const missing = !said() ? "the review's text" : namesItem(mapping, itemKnown) ? null : 'the item'
  if (missing !== null) {
    const field = missing === 'the item' ? 'item.name' : 'review.text'
    const way = missing === 'the item' ? ', or with --item NAME the one that all of them are about' : ''
    throw new AppError('invalid_request', {
      details: `A column is missing: none of the usual names for ${missing} stands in the header. ${listed(columns)} Name one with --map ${field}=COLUMN${way}.`,
    })
  }
  return mapping
}

const ofReview = /^reviews_/

/** Whether the reviews have columns of their own, such as "reviews.text"; "reviews_count" is none. */
const holdsReviews = (columns: string[]) =>
  columns.some(
    (column) =>
      ofReview.test(plain(column)) &&
      `${usual['review.text']} ${ambiguous}`.split(' ').includes(plain(column).replace(ofReview, '')),
  )

/** Whether something but a text tells of a review: shops describe their goods too. */
const saysReview = (mapping: Mapping) =>
  [mapping['review.rating'], mapping['review.author'], mapping['review.writtenAt']].some((each) => each !== undefined)

type Content = ReturnType<typeof createColumnContent>

const namesItem = (mapping: Mapping, itemKnown: boolean) => itemKnown || mapping['item.name'] || mapping['item.id']

/** "id" is the review's where the item has a column of its own, and the item's where the reviews do ("reviews.text"). */
function takeId(
  columns: string[],
  content: Content,
  {
    mapping,
    take,
    nested,
  }: { mapping: Mapping; take: (field: Field, column: string | undefined) => void; nested: boolean },
): void {
  const id = columns.find((column) => plain(column) === 'id' && !Object.values(mapping).includes(column))
  if (nested)
    take(
      'review.id',
      columns.find((column) => plain(column) === 'reviews_id'),
    )
  if (id === undefined) return
  if (nested) mapping['item.id'] = id
  else {
    const items =
      mapping['item.id'] === undefined && (plain(mapping['item.name'] ?? '') === 'name' || content.repeats(id))
    take(items ? 'item.id' : 'review.id', id)
  }
}

/**
 * A "name" that is the reviewer's and not the item's: rows of one item differ in it, or it stands behind the reviewer's id, or a "title" repeats and it does not.
 * Undefined where another column names the reviewer.
 */
function personsName(columns: string[], content: Content, itemKnown: boolean): string | undefined {
  const name = columns.find((column) => plain(column) === 'name')
  if (name === undefined) return undefined
  const names = columns.map(compact)
  const of = (field: Field) => usual[field].split(' ').map(compact)
  const people = of('review.author').filter((each) => !each.endsWith('id'))
  if (holdsReviews(columns) || names.some((each) => people.includes(each))) return undefined
  if (itemKnown) return name
  const before = names[columns.indexOf(name) - 1] ?? ''
  if (['userid', 'reviewerid', 'customerid', 'authorid'].includes(before)) return name
  const ids = columns.filter((column) => of('item.id').includes(compact(column)))
  if (ids.some((id) => content.byKey(id, name) === 'other')) return name
  const title = columns.find((column) => plain(column) === 'title')
  return title !== undefined && content.distinct(title) * 2 <= content.distinct(name) ? name : undefined
}

/** Where no name tells the text: the column that holds the most of what reads like one. */
function longestProse(columns: string[], taken: Set<string>, content: Content): string | undefined {
  return columns
    .filter((column) => !taken.has(column) && !ofOthers.test(plain(column)))
    .filter((column) => content.length(column) > 0 && content.mostly(column, isProse))
    .toSorted((a, b) => content.length(b) - content.length(a))[0]
}

const priceColumns = (columns: string[]) =>
  columns
    .map(plain)
    .filter((name) => /(^|_)price(_|$)|^mrp/.test(name) && !/count|range|currency|old|before|drop/.test(name))
    .join(' ')

/** "reviewText", "Review Text" and "reviewtext" are one name. */
const compact = (name: string) => plain(name).replaceAll('_', '')

const listed = (columns: string[]) => `The columns are: ${columns.slice(0, 40).join(', ').slice(0, 600)}.`
