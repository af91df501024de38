import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { addAbortSignal, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { AppError } from '@reviewguide/contracts'
import { binaryKind } from './binary-kind.ts'
import { decode } from './decode.ts'

/** How much of a file is looked at to tell its format: enough for a long header and a few rows. */
const HEAD_BYTES = 64 * 1024

/** Reviews shrink to a tenth, tables full of repetition to a hundredth. What unpacks to more than this many times its size was made to fill disks. */
const MAX_RATIO = 400
/** Below this no ratio does harm. */
const MIN_BOMB_BYTES = 100_000_000

/** A file of reviews, opened: unpacked and as UTF-8. */
export interface ReviewFile {
  /** Its beginning, as text; all of it also comes in `chunks`. */
  head: string
  chunks: AsyncIterable<Buffer>
  /** Size on disk, and how much of it was read so far, in bytes. */
  size: number
  position(): number
  /** What was assumed of it, in sentences; more may come while it is read. */
  notes: string[]
}

/** The compressed file cannot be unpacked further; the message is a reason for people. */
export class BrokenArchive extends Error {
  override name = 'BrokenArchive'
}

/**
 * Opens a file, gzip or not (told by its first bytes), in UTF-8 or what `decode` finds it to be.
 * Throws `invalid_request` with a sentence for people when it cannot be read.
 */
export async function openReviewFile(path: string, signal: AbortSignal, encoding?: string): Promise<ReviewFile> {
  const { size, magic } = await look(path)
  const file = createReadStream(path, { signal, highWaterMark: 64 * 1024 })
  const gzip = magic[0] === 0x1f && magic[1] === 0x8b
  const notes: string[] = []
  const bytes = gzip ? unpacked(file, signal) : (file as AsyncIterable<Buffer>)
  const chunks = decode(textOnly(bytes), encoding, (text) => notes.push(text))

  const first: Buffer[] = []
  let length = 0
  let broken: unknown
  try {
    while (length < HEAD_BYTES) {
      const next = await chunks.next()
      if (next.done) break
      first.push(next.value)
      length += next.value.length
    }
  } catch (error) {
    if (!(error instanceof BrokenArchive)) throw error
    // What came before the break is read all the same.
    if (length === 0)
      throw new AppError('invalid_request', { cause: error, details: `The file cannot be unpacked: ${error.message}.` })
    broken = error
  }
  const head = Buffer.concat(first).subarray(0, HEAD_BYTES).toString('utf8')
  const all = async function* () {
    yield* first.splice(0)
    if (broken) throw broken
    yield* chunks
  }
  return { head, chunks: all(), size, position: () => file.bytesRead, notes }
}

async function look(path: string): Promise<{ size: number; magic: Buffer }> {
  try {
    const handle = await open(path)
    try {
      const { size } = await handle.stat()
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
      return { size, magic: buffer.subarray(0, bytesRead) }
    } finally {
      await handle.close()
    }
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    const why =
      code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder; name the files in it' : 'cannot be read'
    throw new AppError('invalid_request', { cause, details: `The file ${why}.` })
  }
}

/** The bytes of a gzip file. Throws `BrokenArchive` where it is broken off, or unpacks to what no file of reviews does. */
async function* unpacked(file: ReturnType<typeof createReadStream>, signal: AbortSignal): AsyncGenerator<Buffer, void> {
  const gunzip = addAbortSignal(signal, createGunzip({ chunkSize: 64 * 1024 }))
  // Not `pipe` alone: an error of the file would leave the reader of the unpacked bytes waiting.
  const bytes: Readable = file.on('error', (error) => gunzip.destroy(error)).pipe(gunzip)
  let length = 0
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      length += chunk.length
      yield chunk
      if (length > MIN_BOMB_BYTES && length > MAX_RATIO * file.bytesRead) {
        throw new BrokenArchive(
          `the compressed file unpacks to over ${MAX_RATIO} times its size, as no reviews do; nothing after this was read`,
        )
      }
    }
  } catch (error) {
    if (!isZlibError(error)) throw error
    throw new BrokenArchive('the compressed file is broken off here; nothing after this could be read', {
      cause: error,
    })
  } finally {
    file.destroy()
  }
}

/** zlib's codes: an unexpected end, or bytes that were never compressed so. */
const isZlibError = (error: unknown) =>
  error instanceof Error && 'code' in error && ['Z_BUF_ERROR', 'Z_DATA_ERROR'].includes(String(error.code))

/** The same bytes. Throws `invalid_request` when the first of them are of no text. */
async function* textOnly(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let started = false
  for await (const chunk of bytes) {
    const kind = started || isUtf16(chunk) ? null : binaryKind(chunk)
    if (kind !== null) throw new AppError('invalid_request', { details: `The file is ${kind}.` })
    started = true
    yield chunk
  }
}

/** UTF-16 is half nulls where its text is ASCII; a picture's are not every other byte. */
function isUtf16(chunk: Buffer): boolean {
  if ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)) return true
  const first = chunk.subarray(0, 200)
  const nulls = [...first.keys()].filter((at) => first[at] === 0)
  return nulls.length > first.length * 0.3 && (nulls.every((at) => at % 2 === 0) || nulls.every((at) => at % 2 === 1))
}
