import { AppError, type RunId } from '@reviewguide/contracts'
import type { RunEvent, RunLog } from '../ports/index.ts'
import { errorEvents } from './error-events.ts'

export interface Follow {
  /** Id of the last event that the reader has; 0 for none. */
  after: number
  /** The reader has gone. */
  signal: AbortSignal
  requestId: string
}

/** One for all: a reason made for each would look at the stack each time, a tenth of a millisecond. */
const over = new Error('reading is over')

/**
 * The events of a run above `after`, to the last. Nothing at all when its log is gone or holds nothing more; otherwise the last event is
 * `finish` or `error`, unless the reader goes first: a log that breaks off ends in `cache_unavailable`, and one that stays silent for
 * `silenceMs`, which no living run does, in `run_interrupted`.
 */
export async function* followRun(
  log: RunLog,
  runId: RunId,
  follow: Follow,
  silenceMs: number,
): AsyncGenerator<RunEvent[]> {
  const reading = new AbortController()
  const stop = () => reading.abort(over)
  follow.signal.addEventListener('abort', stop)
  const events = log.read(runId, follow.after, reading.signal)[Symbol.asyncIterator]()
  let last = follow.after
  let any = false
  let ended = false
  let silent = false
  try {
    while (!follow.signal.aborted) {
      const timer = setTimeout(() => {
        silent = true
        stop()
      }, silenceMs)
      const next = await events.next().finally(() => clearTimeout(timer))
      if (next.done) break
      const end = next.value.at(-1)
      if (!end) continue
      any = true
      last = end.id
      ended = end.part.type === 'finish' || end.part.type === 'error'
      yield next.value
    }
    if (ended || follow.signal.aborted) return
    if (silent) yield errorEvents('run_interrupted', follow.requestId, last)
    else if (any) yield errorEvents('cache_unavailable', follow.requestId, last)
  } catch (cause) {
    if (follow.signal.aborted) return
    if (!any) throw cause instanceof AppError ? cause : new AppError('cache_unavailable', { cause })
    yield errorEvents('cache_unavailable', follow.requestId, last)
  } finally {
    follow.signal.removeEventListener('abort', stop)
    stop()
    await events.return?.()
  }
}
