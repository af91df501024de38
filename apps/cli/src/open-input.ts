import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { addAbortSignal } from 'node:stream'
import { CommandError } from './command-error.ts'

/** The bytes of a file, or of standard input when none is named (or `-` is). Throws `CommandError` when the file cannot be read. */
export async function openInput(file: string | undefined, signal: AbortSignal): Promise<AsyncIterable<Buffer>> {
  if (file === undefined || file === '-') {
    if (process.stdin.isTTY) console.error('Reading lines from the keyboard; Ctrl-D ends them.')
    return addAbortSignal(signal, process.stdin) as AsyncIterable<Buffer>
  }
  try {
    if ((await stat(file)).isDirectory()) throw new CommandError(`${file} is a folder; name a file.`)
    return createReadStream(file, { signal }) as AsyncIterable<Buffer>
  } catch (cause) {
    if (cause instanceof CommandError) throw cause
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw new CommandError(`The file ${file} ${missing ? 'does not exist' : 'cannot be read'}.`, { cause })
  }
}
