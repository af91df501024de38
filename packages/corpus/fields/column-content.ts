import { parseDate } from './parse-date.ts'
import { parseRating, parseRecommendation } from './parse-rating.ts'
import { parseTruth } from './parse-truth.ts'

type Rows = Record<string, unknown>[]

/** What the first rows of a table say of its columns. */
export interface ColumnContent {
  /** Whether most values that are there pass; true where there are none. */
  mostly(column: string, passes: (text: string) => boolean): boolean
  /** Letters of all values together. */
  length(column: string): number
  /** Values that differ from each other. */
  distinct(column: string): number
  /** Whether a value stands in several rows: then it is no id of a review. */
  repeats(column: string): boolean
  /** Whether rows with the same key agree in the column ('same') or mostly do not ('other'); null where no key comes twice. */
  byKey(key: string, column: string): 'same' | 'other' | null
}

export function createColumnContent(rows: Rows): ColumnContent {
  const texts = (column: string) => rows.map((row) => textOf(row[column])).filter((text) => text !== '')
  return {
    mostly(column, passes) {
      const said = texts(column)
      return said.filter((text) => passes(text)).length >= said.length / 2
    },
    length: (column) =>
      rows.reduce((sum, { [column]: value }) => sum + (typeof value === 'string' ? value.length : 0), 0),
    distinct: (column) => new Set(texts(column)).size,
    repeats(column) {
      const said = texts(column)
      return new Set(said).size < said.length * 0.9
    },
    byKey(key, column) {
      const seen = new Map<string, { first: string; same: number; other: number }>()
      for (const row of rows) {
        const [id, said] = [textOf(row[key]), textOf(row[column])]
        if (id === '' || said === '') continue
        const known = seen.get(id)
        if (known === undefined) seen.set(id, { first: said, same: 0, other: 0 })
        else if (known.first === said) known.same++
        else known.other++
      }
      const [same, other] = [...seen.values()].reduce((sum, each) => [sum[0] + each.same, sum[1] + each.other], [0, 0])
      if (same + other === 0) return null
      return other > same ? 'other' : 'same'
    },
  }
}

export const isRating = (text: string): boolean => parseRating(text) !== null
export const isDate = (text: string): boolean => parseDate(text, 'day-first') !== null
export const isTruth = (text: string): boolean => parseTruth(text) !== undefined
/** "17", "17.0", "3/5", "[3, 5]", "12 people found this helpful". */
export const isCount = (text: string): boolean => /^\[?\s*\d|^(?:one|a) (?:person|customer|user)\b/i.test(text)
export const isNumber = (text: string): boolean => /^[\d.,]+$/.test(text)
export const isRecommendation = (text: string): boolean => parseRecommendation(text) !== null
/** Words, and no mere number, address or code. */
export const isWords = (text: string): boolean => !/^(?:[\d\s.,/%:+-]+|\S*:\/\/\S*)$/.test(text)
/** More words than names and headlines have; Chinese and Japanese write without spaces. */
export const isProse = (text: string): boolean =>
  isWords(text) &&
  (/^(?:\S+\s+){5}/.test(text) || /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]{8}/u.test(text))

const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value.trim()
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''
