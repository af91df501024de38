import { closingQuote, createJsonSkipper, type JsonSkipper, jsonSpan, MAX_DEPTH } from './json-span.ts'
import { parseObject, tooDeep } from './parse-object.ts'
import { type Format, MAX_RECORD_BYTES, type Row, type RowParser, tooLong } from './row.ts'

/** What wraps the rows ("product" and the like) before they begin is kept up to this size, for what it says of all of them. */
const MAX_WRAPPER = 16_000

/** A page of JSON-LD is read as a whole, because its parts refer to each other. */
const MAX_WHOLE_BYTES = 8_000_000

/** Below this a broken row is not searched further for its end, so that a file full of them is still read in one pass or little more. */
const MIN_RUNAWAY_BYTES = 8_000

const NEWLINE = 0x0a
const linkedData = /"@(?:context|type|graph)"\s*:/

/** What a row is: an object that stands in an array, an object that stands by itself, or all of the file. */
type Mode = 'elements' | 'objects' | 'whole'

/** JSON that is no JSON lines: an array of objects, an object around such an array, objects over several lines, or a document of JSON-LD. */
export const json: Format = {
  name: 'json',
  detect: (head) => /^\s*\[/.test(head) || (/^\s*\{/.test(head) && !isJsonLines(head)),
  createParser: (head) => createJsonParser(modeOf(head)),
}

/** JSON lines when one of the first lines is an object of its own; an object that wraps an array of others is none. */
export function isJsonLines(head: string): boolean {
  const lines = head.trimStart().split(/\r?\n|\r/, 20)
  if (/^\{(?:.*\[|\s*"[^"\\]{0,200}"\s*:)?\s*$/.test(lines[0] ?? '')) return false
  const whole = lines.map((line) => parsed(line)).filter((value) => value !== null)
  const [first] = whole
  if (first === undefined) return !/"[^"\\]{1,60}"\s*:\s*\[\s*\{/.test(head.slice(0, 2000))
  return whole.length > 1 || !(linkedData.test(lines[0] ?? '') || wraps(first))
}

function parsed(line: string): Record<string, unknown> | null {
  if (!line.startsWith('{')) return null
  try {
    return JSON.parse(line.replace(/,\s*$/, '')) as Record<string, unknown>
  } catch {
    return null
  }
}

/** Whether an object is there for the array of objects that it holds, however deep: it says nothing of a review itself. */
function wraps(value: object, depth = 0): boolean {
  const own = Object.keys(value).some((key) =>
    /^(?:review_?)?(?:text|body|content|comment|summary)$|^(?:item|review)$|asin/i.test(key),
  )
  const parts = Object.values(value).filter((each: unknown) => typeof each === 'object' && each !== null) as object[]
  return !own && parts.some((part) => (Array.isArray(part) ? isObject(part[0]) : depth < 5 && wraps(part, depth + 1)))
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

function modeOf(head: string): Mode {
  if (/^\s*\[/.test(head)) return 'elements'
  if (linkedData.test(head)) return 'whole'
  const span = jsonSpan(Buffer.from(head), head.length - head.trimStart().length)
  if (typeof span !== 'object') return 'elements'
  const first = parsed(Buffer.from(head).subarray(0, span.end).toString('utf8').trim())
  return first !== null && !wraps(first) ? 'objects' : 'elements'
}

/**
 * Takes objects out of JSON as its bytes arrive. A row that is cut off must not swallow those after it: where a row is no JSON or does not end within the limit,
 * reading goes on at the next line that begins with an object.
 */
export function createJsonParser(mode: Mode, { maxBytes = MAX_RECORD_BYTES } = {}): RowParser {
  const longest = mode === 'whole' ? MAX_WHOLE_BYTES : maxBytes
  let limit = longest
  let pending: Buffer = Buffer.alloc(0)
  let line = 1
  /** Passes over a row that is too long. */
  let skipper: JsonSkipper | null = null
  /** Looks for the next line that begins with an object, after a row that is broken. */
  let seeking = false
  const stack: number[] = []
  let wrapper: string | null = ''
  let context: Record<string, unknown> | null = null

  const read = (last: boolean): Row[] => {
    const rows: Row[] = []
    let at = 0
    const moveTo = (to: number) => {
      for (let n = pending.indexOf(NEWLINE, at); n !== -1 && n < to; n = pending.indexOf(NEWLINE, n + 1)) line++
      at = to
    }
    const reject = (to: number, reason: string) => {
      rows.push({ line, raw: Buffer.from(pending.subarray(at, Math.min(to, at + 2000))), reason })
      moveTo(to)
    }
    /** Rejects what begins here up to the next line on which an object begins; without one the search goes on with what comes. */
    const giveUp = (reason: string) => {
      const next = nextObjectLine(pending, at + 1)
      reject(next === -1 ? Math.max(at + 1, lineBeginning(pending)) : next, reason)
      seeking = next === -1
    }
    const takeRow = (): boolean => {
      const span = jsonSpan(pending, at)
      if (span === 'more' && !last && pending.length - at <= limit) return false
      if (span === 'broken') giveUp('broken JSON: a line ends inside a text')
      else if (span === 'more') {
        const runaway = nextObjectLine(pending, at + 1) !== -1
        if (runaway) limit = Math.max(MIN_RUNAWAY_BYTES, limit / 2)
        if (runaway || last) giveUp(pending.length - at <= longest ? 'broken JSON: the row is cut off' : tooLong)
        else {
          skipper = createJsonSkipper()
          skipper.skip(pending, at)
          reject(pending.length, tooLong)
        }
      } else if (span.end - at > longest) reject(span.end, tooLong)
      else {
        const raw = pending.subarray(at, span.end)
        const row = parseObject(line, raw, span.deep)
        if ('reason' in row && !span.deep && raw.includes(NEWLINE) && nextObjectLine(raw, 1) !== -1) giveUp(row.reason)
        else {
          limit = longest
          rows.push('values' in row && context !== null ? { ...row, values: { ...context, ...row.values } } : row)
          moveTo(span.end)
        }
      }
      return true
    }

    while (at < pending.length) {
      if (skipper !== null) {
        const end = skipper.skip(pending, at)
        if (end !== 'more') skipper = null
        if (end === 'broken') seeking = true
        else moveTo(end === 'more' ? pending.length : end)
        continue
      }
      if (seeking) {
        const next = nextObjectLine(pending, at)
        moveTo(next === -1 ? Math.max(at, lineBeginning(pending)) : next)
        if (next === -1 && !last) break
        if (next === -1) at = pending.length
        else seeking = false
        continue
      }
      const byte = pending[at] ?? 0
      const top = stack.at(-1)
      const startsRow = byte === 0x7b && (mode === 'elements' ? top === 0x5b : stack.length === 0)
      if (startsRow || (mode === 'whole' && byte === 0x5b)) {
        if (wrapper !== null) context = wrapperValues(wrapper, stack)
        wrapper = null
        if (!takeRow()) break
        continue
      }
      let to = at + 1
      if (byte === 0x22) {
        const close = closingQuote(pending, at + 1)
        if (close === 'more' && !last && pending.length - at <= limit) break
        if (typeof close !== 'number') {
          giveUp('broken JSON: a text does not end')
          continue
        }
        to = close + 1
        if (stack.length === 1 && top === 0x5b) rows.push(notAnObject(line, pending.subarray(at, to)))
      } else if (byte === 0x7b || byte === 0x5b) {
        stack.push(byte)
        if (stack.length === MAX_DEPTH + 1)
          rows.push({ line, raw: Buffer.from(pending.subarray(at, at + 2000)), reason: tooDeep })
      } else if (byte === 0x7d || byte === 0x5d) stack.pop()
      else if (stack.length === 1 && top === 0x5b && /[^\s,]/.test(String.fromCharCode(byte))) {
        while (to < pending.length && !/[\s,\]]/.test(String.fromCharCode(pending[to] ?? 0))) to++
        if (to >= pending.length && !last) break
        rows.push(notAnObject(line, pending.subarray(at, to)))
      }
      if (wrapper !== null) {
        wrapper += pending.toString('utf8', at, to)
        if (wrapper.length > MAX_WRAPPER) wrapper = null
      }
      moveTo(to)
    }
    pending = pending.subarray(at)
    return rows
  }

  return {
    push(chunk) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
      return read(false)
    },
    end: () => read(true),
  }
}

const notAnObject = (line: number, raw: Buffer): Row => ({
  line,
  raw: Buffer.from(raw.subarray(0, 2000)),
  reason: 'broken JSON: the row is not an object',
})

/** The next line that begins with an object. */
function nextObjectLine(bytes: Buffer, from: number): number {
  for (let newline = bytes.indexOf(NEWLINE, from); newline !== -1; newline = bytes.indexOf(NEWLINE, newline + 1)) {
    let at = newline + 1
    while (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === 0x2c) at++
    if (bytes[at] === 0x7b) return at
  }
  return -1
}

/** Where the last line begins (with the end of the one before) when nothing stands on it yet that tells what it is; else the end. */
function lineBeginning(bytes: Buffer): number {
  const newline = bytes.lastIndexOf(NEWLINE)
  return newline !== -1 && /^[\s,]*$/.test(bytes.toString('latin1', newline)) ? newline : bytes.length
}

/** Texts and numbers that stand around the rows, by their names ("product.name"): they hold for each of them. */
function wrapperValues(wrapper: string, stack: number[]): Record<string, unknown> | null {
  if (!wrapper.trimStart().startsWith('{')) return null
  const ends = stack.toReversed().map((open) => (open === 0x7b ? '}' : ']'))
  try {
    const value = JSON.parse(`${wrapper}${ends.join('')}`) as Record<string, unknown>
    const values = Object.entries(value).flatMap(([key, said]): [string, unknown][] =>
      isPlain(said)
        ? [[key, said]]
        : Object.entries(said ?? {}).flatMap(([part, each]): [string, unknown][] =>
            isPlain(each) && !Array.isArray(said) ? [[`${key}.${part}`, each]] : [],
          ),
    )
    return Object.fromEntries(values)
  } catch {
    return null
  }
}

const isPlain = (value: unknown) => typeof value === 'number' || (typeof value === 'string' && value.length <= 500)
