import type { RunId } from '@reviewguide/contracts'
import type { RunEvent, RunLog } from '@reviewguide/workflow/ports'
import { cacheError, type RedisConnection } from './connect-redis.ts'
import { createInProcessRunLog, type InProcessRunLogOptions, isLast, news } from './in-process-run-log.ts'
import { createRedisChannels } from './redis-channels.ts'
import { createRedisMirror, runNames } from './redis-mirror.ts'

export interface RedisRunLogOptions extends InProcessRunLogOptions {
  redis: RedisConnection
  /** What all keys begin with, which keeps several installations on one Redis apart. */
  prefix?: string
  /** Hears when events cannot be copied to Redis. */
  onTrouble?: (cause: unknown) => void
}

/** How often a reader looks for itself: news may be lost with a connection. */
const LOOK_MS = 1_000

/** Most events taken out of Redis at once. */
const BATCH = 256

/**
 * The run log of several processes. A run's own process serves its readers from memory, so that neither the way to Redis nor its absence
 * is felt there; every event is copied to a Redis stream, from which the other processes' readers get theirs.
 */
export function createRedisRunLog({
  redis,
  prefix = 'reviewguide:',
  keepMs = 10 * 60_000,
  maxSize,
  onTrouble = () => {},
}: RedisRunLogOptions): RunLog {
  const here = createInProcessRunLog({ keepMs, ...(maxSize !== undefined && { maxSize }) })
  const mirror = createRedisMirror(redis, prefix, keepMs, onTrouble)
  const channels = createRedisChannels(redis)

  const take = async (runId: RunId, after: number): Promise<RunEvent[]> => {
    try {
      const entries = await redis.client().xrange(runNames(prefix, runId).events, `0-${after + 1}`, '+', 'COUNT', BATCH)
      return entries.map(([id, fields]) => ({ id: Number(id.slice(2)), part: JSON.parse(fields[1] ?? '') }))
    } catch (cause) {
      throw cacheError(cause)
    }
  }

  /** Whether the run's log has its last event, or is gone: nothing comes any more. */
  const over = async (runId: RunId): Promise<boolean> => {
    try {
      const [entry] = await redis.client().xrevrange(runNames(prefix, runId).events, '+', '-', 'COUNT', 1)
      return !entry || isLast({ id: 0, part: JSON.parse(entry[1][1] ?? '') })
    } catch (cause) {
      throw cacheError(cause)
    }
  }

  const stopAsked = async (runId: RunId): Promise<boolean> => {
    try {
      return (await redis.client().exists(runNames(prefix, runId).stop)) > 0
    } catch {
      // Redis is away; the run is bounded all the same.
      return false
    }
  }

  async function* readThere(runId: RunId, after: number, signal: AbortSignal): AsyncGenerator<RunEvent[]> {
    const waiting = new Set<() => void>()
    let heard = false
    const wake = () => {
      heard = true
      for (const call of waiting) call()
    }
    const unlisten = channels.listen(runNames(prefix, runId).news, wake)
    const look = setInterval(wake, LOOK_MS)
    try {
      let last = after
      let lastLook = false
      while (!signal.aborted) {
        heard = false
        const events = await take(runId, last)
        const end = events.at(-1)
        if (end) {
          if (events[0]?.id !== last + 1) throw cacheError(new Error('events are missing'))
          last = end.id
          yield events
          if (isLast(end)) return
        } else if (lastLook) {
          return
        } else if (await over(runId)) {
          // The end may have come between the two looks.
          lastLook = true
        } else if (!heard) {
          await news(waiting, signal)
        }
      }
    } finally {
      clearInterval(look)
      unlisten()
    }
  }

  return {
    async append(runId, events) {
      await here.append(runId, events)
      mirror.append(runId, events)
    },
    read: (runId, after, signal) => (here.has(runId) ? here : { read: readThere }).read(runId, after, signal),
    async requestStop(runId) {
      await here.requestStop(runId)
      const names = runNames(prefix, runId)
      try {
        // The key is for a watcher whose subscription is not there yet.
        await redis.client().set(names.stop, '1', 'PX', 60_000)
        await redis.client().publish(names.stop, '1')
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
      // The subscription may have begun after the stop was asked for, or may be lost.
      const look = setInterval(async () => {
        if (await stopAsked(runId)) stop()
      }, LOOK_MS)
      look.unref()
      const end = () => {
        ended = true
        clearInterval(look)
        unlisten()
        unwatch()
      }
      return end
    },
  }
}
