import type { RunId, StreamPart } from '@reviewguide/contracts'
import type { RunEvent, RunLog } from '../ports/index.ts'

export interface EventWriter {
  /** Gives the parts their numbers and appends them. The first go to the log at once, so that the run can be read from then on; later ones with all others of their turn. */
  send(...parts: StreamPart[]): void
  /** Resolves when all that was sent is in the log. */
  flushed(): Promise<void>
  /** How many were sent. */
  count(): number
}

/** Numbers a run's parts from 1 without gaps and appends them in order, one append at a time. */
export function createEventWriter(log: RunLog, runId: RunId, onFailure: (cause: unknown) => void): EventWriter {
  let sent = 0
  let waiting: RunEvent[] = []
  let pumping: Promise<void> | null = null

  const append = async () => {
    const batch = waiting
    waiting = []
    try {
      await log.append(runId, batch)
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
      const first = sent === 0
      for (const part of parts) waiting.push({ id: (sent += 1), part })
      pumping ??= pump(first)
    },
    flushed: async () => {
      await pumping
    },
    count: () => sent,
  }
}
