import { AppError, type RunId } from '@reviewguide/contracts'
import type { RunEvent, RunLog } from '@reviewguide/workflow/ports'
import { createStopBoard } from './stop-board.ts'

export interface InProcessRunLogOptions {
  /** How long the events of a run are kept after its end, in milliseconds. Shorter, and a phone that was in a tunnel finds nothing; longer only costs memory. */
  keepMs?: number
  /** Most characters of JSON kept in all; the oldest ended runs go first. A run that is being written never goes. */
  maxSize?: number
}

/** A run log that also tells whether it knows a run, and lets one be prepared. */
export interface InProcessRunLog extends RunLog {
  has(runId: RunId): boolean
  /** Whether the run has ended and a reader with the number `after` has all of it. */
  isOver(runId: RunId, after: number): boolean
  /** Begins the run's log, so that readers wait for its first event. */
  open(runId: RunId): void
  /** Puts events in place of what is there. */
  fill(runId: RunId, epoch: number, events: RunEvent[]): void
  /** Forgets a run, unless a later holder has it. Its readers get what they have not had yet, and then end. */
  drop(runId: RunId, epoch: number): void
}

interface Kept {
  /** The event with the number n stands at index n - 1. */
  events: RunEvent[]
  epoch: number
  size: number
  endedAt: number | null
  /** True when nothing more will come here. */
  released: boolean
  waiting: Set<() => void>
}

/** Most events handed to a reader at once, so that a slow one holds little beyond the log itself. */
const BATCH = 256

/** How often a reader of a run that is not here yet looks again, in milliseconds. */
const LOOK_MS = 250

/** The run log of a single process: events in memory, kept for ten minutes after a run's end. */
export function createInProcessRunLog({
  keepMs = 10 * 60_000,
  maxSize = 64 * 1024 * 1024,
}: InProcessRunLogOptions = {}): InProcessRunLog {
  const runs = new Map<RunId, Kept>()
  const stops = createStopBoard()
  const takers = new Set<() => void>()
  let size = 0

  const forget = (runId: RunId, run: Kept) => {
    runs.delete(runId)
    size -= run.size
    run.released = true
    wakeAll(run.waiting)
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
    const known = runs.get(runId)
    if (known) return known
    const run: Kept = { events: [], epoch: 0, size: 0, endedAt: null, released: false, waiting: new Set() }
    runs.set(runId, run)
    return run
  }

  const add = (runId: RunId, run: Kept, events: RunEvent[]) => {
    for (const event of events) {
      if (event.id !== run.events.length + 1)
        throw new Error(`event ${event.id} of ${runId} follows ${run.events.length}`)
      run.events.push(event)
      const length = sizeOf(event)
      run.size += length
      size += length
      if (isLast(event)) run.endedAt = Date.now()
    }
    wakeAll(run.waiting)
    if (run.endedAt !== null || size > maxSize) sweep()
  }

  return {
    has: (runId) => runs.has(runId),
    isOver(runId, after) {
      const run = runs.get(runId)
      return run !== undefined && run.endedAt !== null && after >= run.events.length
    },
    open: (runId) => void open(runId),

    fill(runId, epoch, events) {
      const before = runs.get(runId)
      if (before) forget(runId, before)
      const run = open(runId)
      run.epoch = epoch
      add(runId, run, events)
    },

    drop(runId, epoch) {
      const run = runs.get(runId)
      if (run && run.epoch <= epoch) forget(runId, run)
    },

    async take(runId, epoch) {
      const run = open(runId)
      if (run.epoch > epoch) throw new AppError('run_interrupted')
      run.epoch = epoch
      return [...run.events]
    },

    async append(runId, epoch, events) {
      const run = open(runId)
      if (run.epoch > epoch) return 'fenced'
      run.epoch = epoch
      add(runId, run, events)
      return 'kept'
    },

    // There is no other process: whoever takes the run next goes on with the same log.
    release() {},

    async *read(runId, after, signal) {
      let run = runs.get(runId)
      while (!run && !signal.aborted) {
        yield []
        await pause(LOOK_MS, signal)
        run = runs.get(runId)
      }
      let next = after
      while (run && !signal.aborted) {
        const batch = run.events.slice(next, next + BATCH)
        next += batch.length
        if (batch.length > 0) yield batch
        else if (run.endedAt !== null || run.released) return
        else await news(run.waiting, signal)
      }
    },

    last: async (runId) => runs.get(runId)?.events.length ?? 0,
    requestStop: async (runId) => void stops.ask(runId),
    watchStop: (runId, onStop) => stops.watch(runId, onStop),
    callTakers: async () => wakeAll(takers),
    onCall(look) {
      takers.add(look)
      return () => void takers.delete(look)
    },
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

function wakeAll(waiting: Set<() => void>): void {
  for (const wake of waiting) wake()
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

/** Resolves after a while, or when the signal fires. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
  })
}
