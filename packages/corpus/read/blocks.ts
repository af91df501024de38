import { isUtf8 } from 'node:buffer'
import { createLineSplitter, type Line } from './line-splitter.ts'
import { type Format, MAX_RECORD_BYTES, notUtf8, type Row, type RowParser, tooLong } from './row.ts'

/** A line that names a value: "review/score: 5.0". */
const named = /^([\p{L}\p{N}][\p{L}\p{N}_/. -]{0,60}):(?:\s+(.*))?$/u

/** Fewer named lines than these are a letter's head. */
const MIN_LINES = 3

/** How much of a record is kept, to show which one it was. */
const KEPT_BYTES = 2000

/** Records of lines "key: value" with an empty line between them, as the collections of SNAP at Stanford have them. https://snap.stanford.edu/data/web-FineFoods.html */
export const blocks: Format = {
  name: 'blocks',
  detect(head) {
    const [first = '', second = ''] = head.trim().split(/\r?\n\s*\n/, 2)
    const keys = first.split(/\r?\n/).map((line) => named.exec(line)?.[1])
    const again = named.exec(second.split(/\r?\n/, 1)[0] ?? '')?.[1]
    // A lone record has nothing to agree with; a key with its group is told from prose all the same.
    const agrees = again === undefined ? (keys[0] ?? '').includes('/') : again === keys[0]
    return keys.length >= MIN_LINES && keys.every((key) => key !== undefined) && agrees
  },
  createParser: () => createBlockParser(),
}

/** A line that names nothing goes on with the value before it. What is kept of a record is bounded. */
export function createBlockParser({ maxBytes = MAX_RECORD_BYTES } = {}): RowParser {
  const splitter = createLineSplitter({ maxBytes })
  let record: { line: number; raw: Buffer[]; size: number; values: Map<string, string>; last: string | null } | null =
    null

  const finish = (): Row[] => {
    if (record === null) return []
    const { line, size, values } = record
    const raw = Buffer.concat(record.raw.flatMap((each, i) => (i === 0 ? [each] : [Buffer.from('\n'), each])))
    record = null
    if (size > maxBytes) return [{ line, raw: raw.subarray(0, KEPT_BYTES), reason: tooLong }]
    if (!isUtf8(raw)) return [{ line, raw, reason: notUtf8 }]
    if (values.size === 0) return [{ line, raw, reason: 'no line of the record names a value' }]
    return [{ line, raw, values: Object.assign(Object.create(null), Object.fromEntries(values)) }]
  }
  const take = ({ line, bytes, tooLong: long }: Line): Row[] => {
    const text = bytes.toString('utf8')
    if (!long && text.trim() === '') return finish()
    record ??= { line, raw: [], size: 0, values: new Map(), last: null }
    record.size += long ? maxBytes + 1 : bytes.length + 1
    if (record.size > maxBytes) {
      // Only what shows which one it was.
      record.raw = [Buffer.concat([...record.raw, bytes]).subarray(0, KEPT_BYTES)]
      record.values.clear()
      return []
    }
    record.raw.push(bytes)
    const [, key, value = ''] = named.exec(text) ?? []
    if (key !== undefined && !record.values.has(key)) {
      record.values.set(key, value)
      record.last = key
    } else if (record.last !== null) {
      record.values.set(record.last, `${record.values.get(record.last) ?? ''}\n${text}`)
    }
    return []
  }
  return {
    push: (chunk) => splitter.push(chunk).flatMap((line) => take(line)),
    end: () => [...splitter.end().flatMap((line) => take(line)), ...finish()],
  }
}
