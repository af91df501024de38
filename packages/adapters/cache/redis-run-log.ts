import type { RunId } from '@reviewguide/contracts'
import type { RunEvent, RunLog } from '@reviewguide/workflow/ports'
import { cacheError, type RedisConnection } from './connect-redis.ts'
import { createInProcessRunLog, type InProcessRunLogOptions, isLast, news } from './in-process-run-log.ts'
import { createRedisChannels } from './redis-channels.ts'
import { createRedisRunEvents, isOver } from './redis-run-events.ts'
import { runNames } from './run-log-scripts.ts'

export interface RedisRunLogOptions extends InProcessRunLogOptions {
  redis: RedisConnection
  /** What all keys begin with, which keeps several installations on one Redis apart. */
  prefix?: string
  /** Hears when events cannot be kept in Redis. */
  onTrouble?: (cause: unknown) => void
}

/** How often a reader looks for itself: news may be lost with a connection. */
const LOOK_MS = 1_000

/** Most characters of JSON kept here: some five hundred runs. Those that have ended are read from Redis when they are gone here; less would send readers of a moment ago there too. */
const HERE_SIZE = 16 * 1024 * 1024

/**
 * The run log of several processes. Every event goes to a Redis stream first and to readers after that, so that what anybody has seen outlives
 * the process that wrote it. Readers of that process are served from its memory, those of others from the stream. While Redis is away a run
 * goes on in memory alone, to its end.
 */
export function createRedisRunLog({
  redis,
  prefix = 'reviewguide:',
  keepMs = 10 * 60_000,
  maxSize = HERE_SIZE,
  onTrouble = () => {},
}: RedisRunLogOptions): RunLog {
  const here = createInProcessRunLog({ keepMs, maxSize })
  const there = createRedisRunEvents({ redis, prefix, keepMs, onTrouble })
  const channels = createRedisChannels(redis)
  /** Runs that Redis does not have whole: it gets no more of them. */
  const loose = new Set<RunId>()
  const takers = `${prefix}takers`

  async function* readThere(runId: RunId, after: number, signal: AbortSignal): AsyncGenerator<RunEvent[]> {
    const waiting = new Set<() => void>()
    let heard = false
    let silent = false
    const wake = () => {
      for (const call of waiting) call()
    }
    const hear = () => {
      heard = true
      wake()
    }
    // What came before the subscription stood is looked for once it does.
    const unlisten = channels.listen(runNames(prefix, runId).news, hear, hear)
    const look = setInterval(wake, LOOK_MS)
    try {
      let last = after
      let begun = false
      while (!signal.aborted) {
        heard = false
        const events = await there.after(runId, last)
        const end = events.at(-1)
        if (end) {
          last = end.id
          yield events
          if (isLast(end)) return
        } else if (!begun) {
          const top = await there.top(runId)
          if (isOver(top, last)) return
          if (!top) yield []
        } else if (silent) {
          yield []
        }
        silent = false
        if (!end && !heard) {
          await news(waiting, signal)
          silent = !heard
        }
        begun = true
      }
    } finally {
      clearInterval(look)
      unlisten()
    }
  }

  return {
    async take(runId, epoch) {
      const events = await there.take(runId, epoch)
      loose.delete(runId)
      here.fill(runId, epoch, events)
      return events
    },

    async append(runId, epoch, events) {
      // Readers that come while the events are on their way to Redis wait here.
      here.open(runId)
      if (!loose.has(runId)) {
        const outcome = await there.append(runId, epoch, events)
        if (outcome === 'fenced') return 'fenced'
        if (outcome === 'away') loose.add(runId)
      }
      const alone = loose.has(runId)
      if (events.some(isLast)) loose.delete(runId)
      return (await here.append(runId, epoch, events)) === 'fenced' ? 'fenced' : alone ? 'here' : 'kept'
    },

    release(runId, epoch) {
      here.drop(runId, epoch)
      if (!here.has(runId)) loose.delete(runId)
    },

    async *read(runId, after, signal) {
      let last = after
      while (here.has(runId)) {
        for await (const events of here.read(runId, last, signal)) {
          yield events
          last = events.at(-1)?.id ?? last
        }
        if (signal.aborted || here.isOver(runId, last)) return
        // Another process has the run now; or had it, and it is here again.
      }
      yield* readThere(runId, last, signal)
    },

    async last(runId) {
      const known = await here.last(runId)
      if (loose.has(runId)) return known
      try {
        // Other processes may have read what is on its way to the memory here.
        return Math.max(known, (await there.top(runId))?.id ?? 0)
      } catch (cause) {
        if (known > 0) return known
        throw cause
      }
    },

    async requestStop(runId) {
      await here.requestStop(runId)
      try {
        await redis.client().publish(runNames(prefix, runId).stop, '')
      } catch (cause) {
        throw cacheError(cause)
      }
    },

    watchStop(runId, onStop) {
      let ended = false
      const stop = () => {
        if (ended) return
        end()
        onStop()
      }
      const unwatch = here.watchStop(runId, stop)
      const unlisten = channels.listen(runNames(prefix, runId).stop, stop)
      const end = () => {
        ended = true
        unlisten()
        unwatch()
      }
      return end
    },

    async callTakers() {
      try {
        await redis.client().publish(takers, '')
      } catch {
        // They look for themselves within a second.
      }
    },

    onCall: (look) => channels.listen(takers, look),
  }
}
