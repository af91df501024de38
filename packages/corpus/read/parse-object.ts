import { isUtf8 } from 'node:buffer'
import { MAX_DEPTH } from './json-span.ts'
import { notUtf8, type Row } from './row.ts'

export const tooDeep = `nested more than ${MAX_DEPTH} deep`

/** Reads the bytes of one JSON object as a row. */
export function parseObject(line: number, raw: Buffer, deep: boolean): Row {
  if (deep) return { line, raw, reason: tooDeep }
  if (!isUtf8(raw)) return { line, raw, reason: notUtf8 }
  try {
    const value: unknown = JSON.parse(raw.toString('utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { line, raw, values: value as Record<string, unknown> }
    }
    return { line, raw, reason: 'broken JSON: the row is not an object' }
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : 'cannot be read'
    return { line, raw, reason: `broken JSON: ${why}` }
  }
}
