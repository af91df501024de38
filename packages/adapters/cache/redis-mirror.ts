import type { RunId } from '@reviewguide/contracts'
import type { RunEvent } from '@reviewguide/workflow/ports'
import type { RedisConnection } from './connect-redis.ts'
import { isLast } from './in-process-run-log.ts'

/** The names that a run has in Redis. One hash tag a run, so that they lie on one node of a cluster. */
export const runNames = (prefix: string, runId: RunId) => ({
  events: `${prefix}{${runId}}:events`,
  stop: `${prefix}{${runId}}:stop`,
  news: `${prefix}{${runId}}:news`,
})

/** Entries that a stream keeps, about: more than a run may have events, so that only a fault ever meets it. */
const MOST_EVENTS = 10_000

/** After this many failures in a row, some ten seconds, the run is left to the readers of this process. */
const MOST_FAILURES = 12

/**
 * Copies the events of this process' runs to Redis, in order, where readers of other processes find them. An event's number is the id of
 * its entry (`0-n`), so that writing one again, when it is not known whether it got there, cannot double it.
 */
export function createRedisMirror(
  redis: RedisConnection,
  prefix: string,
  keepMs: number,
  onTrouble: (cause: unknown) => void,
) {
  const waiting = new Map<RunId, RunEvent[]>()

  const write = async (runId: RunId, events: RunEvent[]) => {
    const names = runNames(prefix, runId)
    const pipeline = redis.client().pipeline()
    for (const { id, part } of events)
      pipeline.xadd(names.events, 'MAXLEN', '~', MOST_EVENTS, `0-${id}`, 'part', JSON.stringify(part))
    pipeline.pexpire(names.events, keepMs)
    pipeline.publish(names.news, '')
    for (const [error] of (await pipeline.exec()) ?? []) {
      // An id that is not above the last one: an earlier attempt got through although its reply did not.
      if (error && !error.message.includes('equal or smaller')) throw error
    }
  }

  const drain = async (runId: RunId, queue: RunEvent[]) => {
    let failures = 0
    // The events of one tick go together.
    await Promise.resolve()
    while (queue.length > 0) {
      const batch = queue.slice()
      try {
        await write(runId, batch)
        queue.splice(0, batch.length)
        failures = 0
      } catch (cause) {
        failures += 1
        if (failures === 1) onTrouble(cause)
        if (failures > MOST_FAILURES) break
        await new Promise((resolve) => setTimeout(resolve, Math.min(50 * 2 ** failures, 1_000)).unref())
      }
    }
    if (failures === 0 || queue.some(isLast)) waiting.delete(runId)
    queue.length = 0
  }

  return {
    append(runId: RunId, events: RunEvent[]): void {
      const queue = waiting.get(runId)
      // A run that was given up stays so: a gap in its numbers would be worse than its end.
      if (queue?.length === 0) return void (events.some(isLast) && waiting.delete(runId))
      if (queue) return void queue.push(...events)
      const begun = [...events]
      waiting.set(runId, begun)
      void drain(runId, begun)
    },
  }
}
