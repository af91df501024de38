import type { SessionStore } from './ports.ts'

/** What the library asks of its secondary storage, and what our own session check reads. Nothing here throws: without the store Postgres is asked. */
export interface SessionCache {
  get(key: string): Promise<string | null>
  set(key: string, value: string, ttlSeconds?: number): Promise<void>
  delete(key: string): Promise<void>
  getAndDelete(key: string): Promise<string | null>
  increment(key: string, ttlSeconds: number): Promise<number>
  /** Both values in two round trips, or null when the store did not answer: what it has cannot be trusted by half then. */
  session(token: string, revokedKey: (value: string) => string | null): Promise<SessionInCache | null>
  close(): void
}

/** `value` is null when the cache does not have the session. `revokedBefore` are milliseconds, 0 when nothing was revoked. */
export interface SessionInCache {
  value: string | null
  revokedBefore: number
}

/**
 * Longest that a cached session is believed without asking Postgres. A revocation that never reached the store (it was away, or came back from an old
 * copy) holds from then on at the latest. Shorter costs a query of Postgres more often.
 */
const LONGEST_MS = 5 * 60_000

/** How long a session that ended cannot be put back: far longer than a request that read it before takes to write it. */
const BAR_MS = 60_000

/** Time between two tries to carry out what could not be done while the store was away. */
const AGAIN_MS = 500

/** Tokens are letters and digits; every other key of the library has a dash or a colon. */
const isSession = (key: string) => /^[A-Za-z0-9]+$/.test(key)
/** What must survive: Postgres alone keeps it. */
const isKeptElsewhere = (key: string) => key.startsWith('verification:')

/** Sessions in the store, where what ended is never seen again: what could not be removed is not believed here, and removed as soon as the store is back. */
export function createSessionCache(store: SessionStore, onTrouble: (cause: unknown) => void): SessionCache {
  const overdue = new Map<string, () => Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const catchUp = async () => {
    timer = undefined
    for (const [key, act] of overdue) {
      try {
        await act()
        if (overdue.get(key) === act) overdue.delete(key)
      } catch {
        break
      }
    }
    later()
  }
  const later = () => {
    if (overdue.size > 0 && !closed) timer ??= setTimeout(catchUp, AGAIN_MS).unref()
  }
  /** Does it now, or as soon as the store is back. */
  const must = async (key: string, act: () => Promise<void>) => {
    try {
      await act()
      overdue.delete(key)
    } catch (cause) {
      onTrouble(cause)
      overdue.set(key, act)
      later()
    }
  }

  const cache: SessionCache = {
    async get(key) {
      if (isKeptElsewhere(key) || overdue.has(key)) return null
      try {
        return await store.get(key)
      } catch (cause) {
        onTrouble(cause)
        return null
      }
    },

    async set(key, value, ttlSeconds = LONGEST_MS / 1000) {
      if (isKeptElsewhere(key)) return
      if (!isSession(key)) return must(key, () => store.put(key, value, ttlSeconds * 1000))
      // An older value must not outlive a newer one that could not be written: somebody's role may have changed.
      await store.put(key, value, Math.min(ttlSeconds * 1000, LONGEST_MS)).catch((cause: unknown) => {
        onTrouble(cause)
        return must(key, () => store.remove(key))
      })
    },

    async delete(key) {
      if (isKeptElsewhere(key)) return
      await must(key, () => (isSession(key) ? store.bar(key, BAR_MS) : store.remove(key)))
    },

    async getAndDelete(key) {
      const value = await cache.get(key)
      await cache.delete(key)
      return value
    },

    // For the library's own rate limits, which are off: ours count in their own store.
    increment: () => Promise.reject(new Error('not in use')),

    async session(token, revokedKey) {
      if (overdue.has(token)) return null
      try {
        const value = await store.get(token)
        const key = value === null ? null : revokedKey(value)
        if (key === null) return { value: null, revokedBefore: 0 }
        if (overdue.has(key)) return null
        return { value, revokedBefore: Number(await store.get(key)) || 0 }
      } catch (cause) {
        onTrouble(cause)
        return null
      }
    },

    close() {
      closed = true
      clearTimeout(timer)
    },
  }
  return cache
}
