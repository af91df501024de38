import { AppError, type RunId } from '@reviewguide/contracts'
import type { RunEvent, RunLog, RunStanding } from '../ports/index.ts'
import { errorEvents } from './error-events.ts'

export interface Follow {
  /** Id of the last event that the reader has; 0 for none. */
  after: number
  /** The reader has gone. */
  signal: AbortSignal
  requestId: string
}

export interface FollowDeps {
  log: RunLog
  /** How the run stands in the store. */
  standing: (runId: RunId) => Promise<RunStanding | null>
  /** A reader gives a run up after this much silence. */
  silenceMs: number
  /** Fires when this process goes: what is still being read is to be continued elsewhere. */
  leaving: AbortSignal
}

/** Thrown to a reader who shall come back, here or elsewhere, with the number of its last event: this stream cannot bring the rest. */
export class ComeBack extends Error {
  constructor() {
    super('the stream goes on elsewhere')
    this.name = 'ComeBack'
  }
}

/** One for all: a reason made for each would look at the stack each time, a tenth of a millisecond. */
const over = new Error('reading is over')

/** How often a reader of a silent run asks the store whether it has ended, in milliseconds. A holder that died between storing the end and saying so is found out by it. */
const ASK_MS = 2_000

/**
 * The events of a run above `after`, to the last. Nothing at all when its log is gone or holds nothing more; otherwise the last event is
 * `finish` or `error`, unless the reader goes first: a log that breaks off ends in `cache_unavailable`, and one that stays silent for
 * `silenceMs`, which no living run does, in `run_interrupted`. Throws `ComeBack` when this process goes, and when the rest is stored but can no longer be
 * streamed.
 */
export async function* followRun(deps: FollowDeps, runId: RunId, follow: Follow): AsyncGenerator<RunEvent[]> {
  const { log, leaving } = deps
  if (leaving.aborted) throw new ComeBack()
  const reading = new AbortController()
  const stop = () => reading.abort(over)
  follow.signal.addEventListener('abort', stop)
  leaving.addEventListener('abort', stop)
  const events = log.read(runId, follow.after, reading.signal)[Symbol.asyncIterator]()
  let last = follow.after
  let any = false
  let silent = false
  let standing: RunStanding | null = { active: true }
  let silentSince = performance.now()
  let askedAt = Number.NEGATIVE_INFINITY
  try {
    while (!follow.signal.aborted) {
      const timer = setTimeout(
        () => {
          silent = true
          stop()
        },
        Math.max(0, silentSince + deps.silenceMs - performance.now()),
      )
      const next = await events.next().finally(() => clearTimeout(timer))
      if (follow.signal.aborted) return
      if (next.done) break
      const end = next.value.at(-1)
      if (end) {
        any = true
        last = end.id
        silentSince = performance.now()
        yield next.value
        if (end.part.type === 'finish' || end.part.type === 'error') return
      } else if (!standing?.active) {
        // Looked once more since the store said so: the log has nothing more.
        break
      } else if (performance.now() - askedAt > ASK_MS) {
        askedAt = performance.now()
        standing = await deps.standing(runId).catch((): RunStanding => ({ active: true }))
      }
    }
    if (follow.signal.aborted) return
    if (leaving.aborted) throw new ComeBack()
    if (silent) return yield errorEvents('run_interrupted', follow.requestId, last)
    if (standing?.active) {
      if (any) yield errorEvents('cache_unavailable', follow.requestId, last)
      return
    }
    if (last > 0) yield lastEvents(standing, follow.requestId, last)
  } catch (cause) {
    if (follow.signal.aborted) return
    if (cause instanceof ComeBack) throw cause
    if (!any) throw cause instanceof AppError ? cause : new AppError('cache_unavailable', { cause })
    yield errorEvents('cache_unavailable', follow.requestId, last)
  } finally {
    follow.signal.removeEventListener('abort', stop)
    leaving.removeEventListener('abort', stop)
    stop()
    await events.return?.()
  }
}

/** The end of a run that was stored and not said: its holder died in between. Throws `ComeBack` to a reader that lacks more than the end. */
function lastEvents(
  standing: Exclude<RunStanding, { active: true }> | null,
  requestId: string,
  last: number,
): RunEvent[] {
  if (standing === null) return errorEvents('run_interrupted', requestId, last)
  if (standing.events !== last) throw new ComeBack()
  if (standing.status === 'failed') return errorEvents(standing.errorCode ?? 'run_interrupted', requestId, last)
  return [{ id: last + 1, part: { type: 'finish', ...(standing.metadata && { messageMetadata: standing.metadata }) } }]
}
