import { AppError, type RunId } from '@reviewguide/contracts'
import type { RunEvent } from '@reviewguide/workflow/ports'
import { cacheError, type RedisConnection } from './connect-redis.ts'
import { isLast } from './in-process-run-log.ts'
import { appendScript, FENCED, runNames, takeScript } from './run-log-scripts.ts'

/** The events of runs as Redis has them, for all processes. */
export interface RedisRunEvents {
  /** Appends unless another holder has the run; `away` when it is not known to have got there in time. */
  append(runId: RunId, epoch: number, events: RunEvent[]): Promise<'kept' | 'fenced' | 'away'>
  /** Takes the run over and gives all its events. Throws as the port's `take`. */
  take(runId: RunId, epoch: number): Promise<RunEvent[]>
  /** Some events above `after`, in order. Throws `cache_unavailable`. */
  after(runId: RunId, after: number): Promise<RunEvent[]>
  /** The last event. Throws `cache_unavailable`. */
  top(runId: RunId): Promise<RunEvent | null>
}

/**
 * How long an append may hold events back. A round trip takes a millisecond; a longer wait would be felt in every answer while Redis hangs, a
 * shorter one would take a busy moment for its absence, and a run that goes on without Redis cannot be taken over.
 */
const APPEND_MS = 250

/** How long Redis counts as away after an append has failed, so that not each new run waits for it. */
const AWAY_MS = 2_000

/** Entries that a stream keeps, about: more than a run may have events, so that only a fault ever meets it. */
const MOST_EVENTS = 10_000

/** Most events taken out of Redis at once. */
const BATCH = 256

export function createRedisRunEvents({
  redis,
  prefix,
  keepMs,
  onTrouble,
}: {
  redis: RedisConnection
  prefix: string
  keepMs: number
  onTrouble: (cause: unknown) => void
}): RedisRunEvents {
  let awayUntil = 0

  const away = (cause: unknown): 'away' => {
    awayUntil = performance.now() + AWAY_MS
    onTrouble(cause)
    return 'away'
  }

  const asEvent = ([id, fields]: [string, string[]]): RunEvent => ({
    id: Number(id.slice(2)),
    part: JSON.parse(fields[1] ?? ''),
  })

  const after: RedisRunEvents['after'] = async (runId, last) => {
    try {
      const entries = await redis.client().xrange(runNames(prefix, runId).events, `0-${last + 1}`, '+', 'COUNT', BATCH)
      const events = entries.map(asEvent)
      if (events[0] && events[0].id !== last + 1) throw new Error('events are missing')
      return events
    } catch (cause) {
      throw cacheError(cause)
    }
  }

  return {
    async append(runId, epoch, events) {
      if (performance.now() < awayUntil) return 'away'
      const { events: stream, fence, news } = runNames(prefix, runId)
      const [first, end] = [events[0]?.id ?? 1, events.at(-1)?.id ?? 0]
      const parts = events.map(({ part }) => JSON.stringify(part))
      try {
        const sent = appendScript(redis.client(), [stream, fence], [epoch, keepMs, news, MOST_EVENTS, first, ...parts])
        const last = await inTime(sent)
        if (last === FENCED) return 'fenced'
        // Redis has lost what was written before: a gap in the numbers would be worse than an end.
        return Number(last) < end ? away(new Error('events of a run are gone')) : 'kept'
      } catch (cause) {
        return away(cause)
      }
    },

    async take(runId, epoch) {
      const { fence } = runNames(prefix, runId)
      const all: RunEvent[] = []
      try {
        if ((await takeScript(redis.client(), [fence], [epoch, keepMs])) === FENCED)
          throw new AppError('run_interrupted')
        for (;;) {
          const more = await after(runId, all.length)
          if (more.length === 0) return all
          all.push(...more)
        }
      } catch (cause) {
        throw cacheError(cause)
      }
    },

    after,

    async top(runId) {
      try {
        const [entry] = await redis.client().xrevrange(runNames(prefix, runId).events, '+', '-', 'COUNT', 1)
        return entry ? asEvent(entry) : null
      } catch (cause) {
        throw cacheError(cause)
      }
    },
  }
}

/** Whether the event is the last of its run and the reader has it already. */
export function isOver(top: RunEvent | null, last: number): boolean {
  return top !== null && isLast(top) && top.id <= last
}

/** The promise's value; rejects after `APPEND_MS`, but not for a reply that has arrived while this process was busy. */
async function inTime<T>(promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  let turn: NodeJS.Immediate | undefined
  const timer = setTimeout(() => {
    // Timers come before the sockets are read: a process that was held up for longer than that reads them first.
    turn = setImmediate(reject, new Error(`Redis took longer than ${APPEND_MS} ms`))
  }, APPEND_MS)
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
    if (turn) clearImmediate(turn)
    promise.catch(() => {})
  }
}
