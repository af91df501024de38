import type { RunId } from '@reviewguide/contracts'
import type { RunEvent, RunLog } from '@reviewguide/workflow/ports'
import { createStopBoard } from './stop-board.ts'

export interface InProcessRunLogOptions {
  /** How long the events of a run are kept after its end, in milliseconds. Shorter, and a phone that was in a tunnel finds nothing; longer only costs memory. */
  keepMs?: number
  /** Most characters of JSON kept in all; the oldest ended runs go first. A run that is being written never goes. */
  maxSize?: number
}

/** A run log that also tells whether it knows a run. */
export interface InProcessRunLog extends RunLog {
  has(runId: RunId): boolean
}

interface Kept {
  /** The event with the number n stands at index n - 1. */
  events: RunEvent[]
  size: number
  endedAt: number | null
  waiting: Set<() => void>
}

/** Most events handed to a reader at once, so that a slow one holds little beyond the log itself. */
const BATCH = 256

/** The run log of a single process: events in memory, kept for ten minutes after a run's end. */
export function createInProcessRunLog({
  keepMs = 10 * 60_000,
  maxSize = 64 * 1024 * 1024,
}: InProcessRunLogOptions = {}): InProcessRunLog {
  const runs = new Map<RunId, Kept>()
  const stops = createStopBoard()
  let size = 0

  const forget = (runId: RunId, run: Kept) => {
    runs.delete(runId)
    size -= run.size
  }

  const sweep = () => {
    const oldest = Date.now() - keepMs
    for (const [runId, run] of runs) {
      if (run.endedAt !== null && (run.endedAt <= oldest || size > maxSize)) forget(runId, run)
    }
  }
  // Runs are also forgotten when no new one comes.
  setInterval(sweep, Math.min(keepMs, 60_000)).unref()

  const open = (runId: RunId): Kept => {
    const run: Kept = { events: [], size: 0, endedAt: null, waiting: new Set() }
    runs.set(runId, run)
    return run
  }

  return {
    has: (runId) => runs.has(runId),

    async append(runId, events) {
      const run = runs.get(runId) ?? open(runId)
      for (const event of events) {
        if (event.id !== run.events.length + 1)
          throw new Error(`event ${event.id} of ${runId} follows ${run.events.length}`)
        run.events.push(event)
        const length = sizeOf(event)
        run.size += length
        size += length
        if (isLast(event)) run.endedAt = Date.now()
      }
      for (const wake of run.waiting) wake()
      if (run.endedAt !== null || size > maxSize) sweep()
    },

    async *read(runId, after, signal) {
      const run = runs.get(runId)
      if (!run) return
      let next = after
      while (!signal.aborted) {
        const batch = run.events.slice(next, next + BATCH)
        next += batch.length
        if (batch.length > 0) yield batch
        else if (run.endedAt !== null) return
        else await news(run.waiting, signal)
      }
    },

    requestStop: async (runId) => void stops.ask(runId),
    watchStop: (runId, onStop) => stops.watch(runId, onStop),
  }
}

/** Characters that the event takes as JSON, near enough for a bound on memory; the many pieces of text are not written out for it. */
function sizeOf({ part }: RunEvent): number {
  return part.type === 'text-delta' ? part.delta.length + 50 : JSON.stringify(part).length
}

/** Whether the event is the last of its run. */
export function isLast({ part }: RunEvent): boolean {
  return part.type === 'finish' || part.type === 'error'
}

/** Resolves at the next call of what it puts into `waiting`, or when the signal fires. */
export function news(waiting: Set<() => void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      waiting.delete(wake)
      signal.removeEventListener('abort', wake)
      resolve()
    }
    waiting.add(wake)
    signal.addEventListener('abort', wake)
  })
}
