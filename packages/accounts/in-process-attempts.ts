import type { AttemptStore } from './ports.ts'

/** Beyond this many counts the oldest are forgotten: a flood of made-up addresses must not fill the memory. */
const MOST = 50_000

/** Counts of a single process. */
export function createInProcessAttempts(now: () => number = Date.now): AttemptStore {
  const counts = new Map<string, { count: number; until: number }>()
  return {
    async add(key, windowMs) {
      const at = now()
      const known = counts.get(key)
      const entry = known && known.until > at ? known : { count: 0, until: at + windowMs }
      entry.count += 1
      counts.set(key, entry)
      if (counts.size > MOST) counts.delete(counts.keys().next().value ?? key)
      return { count: entry.count, leftMs: entry.until - at }
    },
    async takeBack(key) {
      const entry = counts.get(key)
      if (entry && entry.count > 0) entry.count -= 1
    },
    async forget(key) {
      counts.delete(key)
    },
  }
}
