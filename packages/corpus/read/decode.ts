import { isAscii, isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import { AppError } from '@reviewguide/contracts'
import { MAX_RECORD_BYTES } from './row.ts'

const NEWLINE = 0x0a
const RETURN = 0x0d

/** Above this share of letters beyond ASCII a text is in no Western encoding. */
const MAX_WESTERN = 0.3

/**
 * The bytes as UTF-8 without a byte order mark and with line feeds at the ends of lines. The encoding is the one named, or that of a byte order mark, of an XML
 * declaration or a page's `charset`, or UTF-16 where every other byte is null; else UTF-8, or Windows-1252 where the first lines beyond ASCII are no UTF-8 and
 * look Western, which `note` is told. UTF-8 itself is passed on unchecked: whoever splits it into rows rejects the bad ones alone.
 */
export async function* decode(
  bytes: AsyncIterable<Buffer>,
  encoding: string | undefined,
  note: (text: string) => void,
): AsyncGenerator<Buffer, void> {
  let state: { decode: (chunk: Buffer) => Buffer; end: () => Buffer } | null = null
  let returns: boolean | null = null
  const even = (chunk: Buffer): Buffer => {
    // Old spreadsheets end lines by a carriage return alone.
    returns ??= chunk.includes(RETURN) ? !chunk.includes(NEWLINE) : null
    if (!returns) return chunk
    const copy = Buffer.from(chunk)
    for (let at = copy.indexOf(RETURN); at !== -1; at = copy.indexOf(RETURN, at + 1)) copy[at] = NEWLINE
    return copy
  }
  try {
    for await (const chunk of bytes) {
      if (state === null) {
        const named = encoding ?? declaredEncoding(chunk)
        state =
          named === undefined || /^utf-?8$/i.test(named) ? unnamed(encoding !== undefined, note) : decoderOf(named)
        const marked = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf
        yield even(state.decode(marked ? chunk.subarray(3) : chunk))
      } else yield even(state.decode(chunk))
    }
  } catch (error) {
    // What waited for the end of its line is all there will be.
    if (state) yield even(state.end())
    throw error
  }
  if (state) yield even(state.end())
}

function decoderOf(encoding: string) {
  try {
    const decoder = new TextDecoder(encoding)
    return {
      decode: (chunk: Buffer) => Buffer.from(decoder.decode(chunk, { stream: true })),
      end: () => Buffer.from(decoder.decode()),
    }
  } catch (cause) {
    throw new AppError('invalid_request', { cause, details: `There is no encoding "${encoding}".` })
  }
}

/** What the first bytes say of the encoding themselves. */
function declaredEncoding(chunk: Buffer): string | undefined {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
  const first = chunk.subarray(0, 4096)
  const nulls = [0, 0]
  for (let at = 0; at < first.length; at++) if (first[at] === 0) nulls[at % 2] = (nulls[at % 2] ?? 0) + 1
  const [evens = 0, odds = 0] = nulls
  if (odds > first.length * 0.3 && evens < first.length * 0.05) return 'utf-16le'
  if (evens > first.length * 0.3 && odds < first.length * 0.05) return 'utf-16be'
  const text = first.toString('latin1')
  const declared =
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(text) ??
    /^\s*<[\s\S]*?<meta\b[^>]*charset\s*=\s*["']?([\w.:-]+)/i.exec(text)
  return declared?.[1]
}

/** Passes ASCII on until the first lines beyond it tell whether they are UTF-8. What has no line end yet waits. */
function unnamed(fixed: boolean, note: (text: string) => void) {
  let carry: Buffer = Buffer.alloc(0)
  let western: boolean | null = fixed ? false : null
  let decoder: TextDecoder | null = null
  const pass = (chunk: Buffer): Buffer => (decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk)
  const judge = (whole: Buffer) => {
    western = isWestern(whole)
    if (!western) return
    decoder = new TextDecoder('windows-1252')
    note('The file is not in UTF-8 and was read as Windows-1252; name another encoding with --encoding.')
  }
  return {
    decode(chunk: Buffer): Buffer {
      if (western !== null) return pass(chunk)
      if (carry.length === 0 && isAscii(chunk)) return chunk
      const all = carry.length === 0 ? chunk : Buffer.concat([carry, chunk])
      const end = all.length > MAX_RECORD_BYTES ? all.length : all.lastIndexOf(NEWLINE) + 1
      const whole = all.subarray(0, end)
      if (!isAscii(whole)) {
        judge(whole)
        carry = Buffer.alloc(0)
        return pass(all)
      }
      carry = Buffer.from(all.subarray(end))
      return whole
    },
    end(): Buffer {
      if (western === null && carry.length > 0) judge(carry)
      const rest = pass(carry)
      return decoder ? Buffer.concat([rest, Buffer.from(decoder.decode())]) : rest
    },
  }
}

/** Whether most lines beyond ASCII are no UTF-8, and have no more such bytes than Western languages do. */
function isWestern(bytes: Buffer): boolean {
  let valid = 0
  const invalid: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, at)
    const end = newline === -1 ? bytes.length : newline
    const line = bytes.subarray(at, end)
    if (!isAscii(line)) {
      if (isUtf8(line)) valid++
      else invalid.push(line)
    }
    at = end + 1
  }
  if (invalid.length <= valid) return false
  const all = Buffer.concat(invalid)
  let high = 0
  for (const byte of all) if (byte >= 0x80) high++
  return high < all.length * MAX_WESTERN
}
