import type { RunId, StreamPart } from '@reviewguide/contracts'
import type { Appended, HeldRun, RunEvent, RunLog } from '../ports/index.ts'

export interface EventWriter {
  /** Gives the parts their numbers and appends them. The first go to the log at once, so that the run can be read from then on; later ones with all others of their turn. */
  send(...parts: StreamPart[]): void
  /** Resolves when all that was sent is in the log. */
  flushed(): Promise<void>
  /** How many the run has: those sent, and those of holders before. */
  count(): number
  /** Writes nothing more: another holder has the run. */
  close(): void
}

export interface EventWriterOptions {
  /** How many events holders before have sent. */
  after: number
  /** Told of each append. */
  onAppended: (appended: Appended) => void
  onFailure: (cause: unknown) => void
}

/** Numbers a run's parts without gaps and appends them in order, one append at a time. */
export function createEventWriter(
  log: RunLog,
  { runId, epoch }: HeldRun & { runId: RunId },
  { after, onAppended, onFailure }: EventWriterOptions,
): EventWriter {
  let sent = after
  let waiting: RunEvent[] = []
  let pumping: Promise<void> | null = null
  let closed = false

  const append = async () => {
    const batch = waiting
    waiting = []
    if (closed) return
    try {
      onAppended(await log.append(runId, epoch, batch))
    } catch (cause) {
      // Readers find that the log breaks off and are told so; the answer itself is stored all the same.
      onFailure(cause)
    }
  }

  const pump = async (first: boolean) => {
    if (first) await append()
    while (waiting.length > 0) {
      // The parts of one turn of the event loop make one append, and one write to each reader: writes are what a stream costs most.
      await new Promise(setImmediate)
      await append()
    }
    pumping = null
  }

  return {
    send(...parts) {
      const first = sent === after
      for (const part of parts) waiting.push({ id: (sent += 1), part })
      if (parts.length > 0) pumping ??= pump(first)
    },
    flushed: async () => {
      // What an append gives rise to (a notice) is sent as well.
      while (pumping) await pumping
    },
    count: () => sent,
    close: () => {
      closed = true
    },
  }
}
