import type { RunId, StreamPart } from '@reviewguide/contracts'
import type { RunEvent, RunLog } from '../ports/index.ts'

export interface EventWriter {
  /** Gives the part its number and appends it; parts of one tick go to the log together, and nothing waits longer than that. */
  send(part: StreamPart): void
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

  const pump = async () => {
    // The parts of one synchronous burst make one append.
    await Promise.resolve()
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        await log.append(runId, batch)
      } catch (cause) {
        // Readers find that the log breaks off and are told so; the answer itself is stored all the same.
        onFailure(cause)
      }
    }
    pumping = null
  }

  return {
    send(part) {
      sent += 1
      waiting.push({ id: sent, part })
      pumping ??= pump()
    },
    flushed: async () => {
      await pumping
    },
    count: () => sent,
  }
}
