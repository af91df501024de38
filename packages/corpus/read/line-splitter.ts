import { MAX_RECORD_BYTES } from './row.ts'

/** A line without its end; `bytes` holds only its beginning when it was too long. */
export interface Line {
  line: number
  bytes: Buffer
  tooLong: boolean
}

const NEWLINE = 0x0a
const RETURN = 0x0d

/** How much of a line that is too long is kept, to show which one it was. */
const KEPT_BYTES = 500

/** Splits bytes into lines. A line over `maxBytes` is passed over without being kept. */
export function createLineSplitter({ maxBytes = MAX_RECORD_BYTES } = {}): {
  push(chunk: Buffer): Line[]
  end(): Line[]
} {
  let line = 1
  let parts: Buffer[] = []
  let length = 0
  let skipping = false

  const take = (part: Buffer) => {
    length += part.length
    if (!skipping) parts.push(part)
    if (length > maxBytes && !skipping) {
      skipping = true
      parts = [Buffer.concat(parts).subarray(0, KEPT_BYTES)]
    }
  }

  const finish = (): Line => {
    const all = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
    const bytes = all.at(-1) === RETURN ? all.subarray(0, -1) : all
    const done = { line, bytes: skipping ? Buffer.from(bytes) : bytes, tooLong: skipping }
    parts = []
    length = 0
    skipping = false
    line++
    return done
  }

  return {
    push(chunk) {
      const lines: Line[] = []
      let at = 0
      for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, at)) {
        take(chunk.subarray(at, end))
        lines.push(finish())
        at = end + 1
      }
      if (at < chunk.length) take(chunk.subarray(at))
      return lines
    },
    end: () => (length > 0 ? [finish()] : []),
  }
}
