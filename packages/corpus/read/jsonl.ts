import { isJsonLines } from './json.ts'
import { jsonSpan } from './json-span.ts'
import { createLineSplitter, type Line } from './line-splitter.ts'
import { parseObject } from './parse-object.ts'
import { type Format, type Row, tooLong } from './row.ts'

/** JSON lines: one object a line, the canonical form or flat with usual names. Empty lines are passed over. */
export const jsonl: Format = {
  name: 'jsonl',
  detect: (head) => /^\s*\{/.test(head) && isJsonLines(head),
  createParser() {
    const splitter = createLineSplitter()
    return { push: (chunk) => rows(splitter.push(chunk)), end: () => rows(splitter.end()) }
  },
}

const rows = (lines: Line[]) => lines.map(parseLine).filter((row) => row !== null)

function parseLine({ line, bytes, tooLong: long }: Line): Row | null {
  if (long) return { line, raw: bytes, reason: tooLong }
  if (isBlank(bytes)) return null
  const span = jsonSpan(bytes, 0)
  if (span === 'more' || span === 'broken') return parseObject(line, bytes, false)
  // Lines out of the middle of an array end in its commas.
  const rest = bytes.toString('latin1', span.end, span.end + 20).trim()
  return parseObject(line, rest === ',' ? bytes.subarray(0, span.end) : bytes, span.deep)
}

const isBlank = (bytes: Buffer) =>
  /^\s*$/.test(bytes.toString('latin1', 0, 20)) && bytes.toString('latin1').trim() === ''
