import type { Charge, RateLimiter, WindowState } from '@reviewguide/workflow/ports'
import { LRUCache } from 'lru-cache'

export interface InProcessRateLimiterOptions {
  /** Milliseconds that only ever grow, from any origin. */
  clock?: () => number
  /** About the most numbers kept in all, 8 bytes each; the windows used longest ago are forgotten first. */
  maxSize?: number
}

/** What an empty window takes, counted in numbers: its key and its place in the map. */
const EMPTY_SIZE = 32

/** The rate limiter of a single process: for each window the times of the requests let through, oldest first. Exact, as the one on Redis. */
export function createInProcessRateLimiter({
  clock = () => performance.now(),
  maxSize = 4_000_000,
}: InProcessRateLimiterOptions = {}): RateLimiter {
  const logs = new LRUCache<string, number[]>({ maxSize, sizeCalculation: (times) => times.length + EMPTY_SIZE })

  return {
    async take(charges) {
      const now = clock()
      const logged = charges.map((charge) => {
        const key = JSON.stringify([charge.subject, charge.use])
        return { charge, key, times: inside(logs.get(key) ?? [], now - charge.windowMs) }
      })
      const allowed = logged.every(({ charge, times }) => times.length < charge.limit)
      for (const { key, times } of logged) {
        if (allowed) times.push(now)
        // Set anew with each request, since it grows.
        logs.set(key, times)
      }
      const windows = logged.map(({ charge, times }) => stateOf(charge, times, now))
      return { allowed, now: Date.now(), windows, shared: true }
    },
  }
}

/** Drops the times that have left the window. */
function inside(times: number[], left: number): number[] {
  const first = times.findIndex((time) => time > left)
  times.splice(0, first < 0 ? times.length : first)
  return times
}

function stateOf({ limit, windowMs }: Charge, times: readonly number[], now: number): WindowState {
  const leavesIn = (time: number | undefined) => (time === undefined ? 0 : time + windowMs - now)
  // Not the oldest but the one whose leaving makes room: a limit that was lowered meanwhile may be exceeded by several.
  return { used: times.length, waitMs: leavesIn(times.at(-limit)), freeInMs: leavesIn(times[0]) }
}
