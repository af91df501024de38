import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { addAbortSignal, type Readable } from 'node:stream'
import { TextDecoder } from 'node:util'
import { createGunzip } from 'node:zlib'
import { AppError } from '@reviewguide/contracts'

/** How much of a file is looked at to tell its format: enough for a long header and a few rows. */
const HEAD_BYTES = 64 * 1024

/** A file of reviews, opened: unpacked and as UTF-8. */
export interface ReviewFile {
  /** Its beginning, as text; all of it also comes in `chunks`. */
  head: string
  chunks: AsyncIterable<Buffer>
  /** Size on disk, and how much of it was read so far, in bytes. */
  size: number
  position(): number
}

/**
 * Opens a file, gzip or not (told by its first bytes), in UTF-8, UTF-16 with a byte order mark, or the encoding that is named.
 * Throws `invalid_request` with a sentence for people when it cannot be read.
 */
export async function openReviewFile(path: string, signal: AbortSignal, encoding?: string): Promise<ReviewFile> {
  const { size, magic } = await look(path)
  const file = createReadStream(path, { signal, highWaterMark: 64 * 1024 })
  const gzip = magic[0] === 0x1f && magic[1] === 0x8b
  // Not `pipe` alone: an error of the file would leave the reader of the unpacked bytes waiting.
  const bytes: Readable = gzip ? addAbortSignal(signal, createGunzip({ chunkSize: 64 * 1024 })) : file
  if (gzip) file.on('error', (error) => bytes.destroy(error)).pipe(bytes as ReturnType<typeof createGunzip>)

  const chunks = decoded(bytes, encoding)
  const first: Buffer[] = []
  let length = 0
  while (length < HEAD_BYTES) {
    const next = await chunks.next()
    if (next.done) break
    first.push(next.value)
    length += next.value.length
  }
  const head = Buffer.concat(first).subarray(0, HEAD_BYTES).toString('utf8')
  const all = async function* () {
    yield* first.splice(0)
    yield* chunks
  }
  return { head, chunks: all(), size, position: () => file.bytesRead }
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
    const why = code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : 'cannot be read'
    throw new AppError('invalid_request', { cause, details: `The file ${why}.` })
  }
}

/** The bytes as UTF-8 without a byte order mark. UTF-8 itself is passed on unchecked: whoever splits it into rows rejects the bad ones alone. */
async function* decoded(bytes: AsyncIterable<Buffer>, encoding?: string): AsyncGenerator<Buffer, void> {
  let decoder: TextDecoder | null = encoding ? decoderFor(encoding) : null
  let started = false
  for await (let chunk of bytes) {
    if (!started) {
      started = true
      if (chunk[0] === 0xff && chunk[1] === 0xfe) decoder = new TextDecoder('utf-16le')
      else if (chunk[0] === 0xfe && chunk[1] === 0xff) decoder = new TextDecoder('utf-16be')
      else if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) chunk = chunk.subarray(3)
    }
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk
  }
  if (decoder) yield Buffer.from(decoder.decode())
}

function decoderFor(encoding: string): TextDecoder | null {
  if (/^utf-?8$/i.test(encoding)) return null
  try {
    return new TextDecoder(encoding)
  } catch (cause) {
    throw new AppError('invalid_request', { cause, details: `There is no encoding "${encoding}".` })
  }
}
