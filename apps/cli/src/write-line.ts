import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Writes a line to standard output and waits while its reader is behind, so that what is waiting to be read stays small. Throws when the signal aborts. */
export async function writeLine(text: string, signal: AbortSignal): Promise<void> {
  // Without a turn of the event loop neither Ctrl-C nor a reader that left would be heard between lines that are computed one after the other.
  await nextTurn()
  signal.throwIfAborted()
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain', { signal })
}
