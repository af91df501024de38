import { type FileHandle, open, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** How much of a rejected row is written: enough to find and mend it. */
const MAX_ROW = 20_000

/** Text that is gathered before it is written. */
const BUFFER = 64_000

export interface Rejects {
  add(line: number, reason: string, raw: Buffer): Promise<void>
  /** Finishes the file and gives its path, or null when nothing was rejected. */
  close(): Promise<string | null>
}

/**
 * The rows that were not imported, as JSON lines `{ line, reason, row }` in `<input>.rejects.jsonl` beside the input, or in `otherFolder` where no file can be made
 * beside it. The file is made with the first row; one of an earlier import of the same input is replaced, or removed when there is nothing to say.
 */
export function createRejects(input: string, otherFolder: string): Rejects {
  const name = `${basename(input)}.rejects.jsonl`
  const places = [join(dirname(resolve(input)), name), join(resolve(otherFolder), name)]
  let file: { handle: FileHandle; path: string } | null = null
  let buffer = ''
  const flush = async () => {
    await file?.handle.write(buffer)
    buffer = ''
  }
  return {
    async add(line, reason, raw) {
      file ??= await openFirst(places)
      const row = raw
        .subarray(0, MAX_ROW)
        .toString('utf8')
        .replace(/[\r\n]+$/, '')
      buffer += `${JSON.stringify({ line, reason, row })}\n`
      if (buffer.length > BUFFER) await flush()
    },
    async close() {
      if (file === null) {
        for (const path of places) await rm(path, { force: true }).catch(() => undefined)
        return null
      }
      await flush()
      await file.handle.close()
      return file.path
    },
  }
}

/** Trying tells more than asking: root may write by its rights where the disk is read-only. */
async function openFirst([path = '', ...others]: string[]): Promise<{ handle: FileHandle; path: string }> {
  try {
    return { handle: await open(path, 'w'), path }
  } catch (error) {
    if (others.length === 0) throw error
    return openFirst(others)
  }
}
