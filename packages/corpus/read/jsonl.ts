import { isUtf8 } from 'node:buffer'
import { createLineSplitter, type Line } from './line-splitter.ts'
import { type Format, notUtf8, type Row, tooLong } from './row.ts'

/** JSON lines: one object a line, the canonical form or flat with usual names. Empty lines are passed over. */
export const jsonl: Format = {
  name: 'jsonl',
  detect: (head) => /^\s*\{/.test(head),
  createParser() {
    const splitter = createLineSplitter()
    return { push: (chunk) => rows(splitter.push(chunk)), end: () => rows(splitter.end()) }
  },
}

const rows = (lines: Line[]) => lines.map(parseLine).filter((row) => row !== null)

function parseLine({ line, bytes, tooLong: long }: Line): Row | null {
  if (long) return { line, raw: bytes, reason: tooLong }
  if (!isUtf8(bytes)) return { line, raw: bytes, reason: notUtf8 }
  const text = bytes.toString('utf8').trim()
  if (text === '') return null
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { line, raw: bytes, reason: 'broken JSON: the line is not an object' }
    }
    return { line, raw: bytes, values: value as Record<string, unknown> }
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : 'cannot be read'
    return { line, raw: bytes, reason: `broken JSON: ${why}` }
  }
}
