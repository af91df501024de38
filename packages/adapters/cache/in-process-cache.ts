import type { Cache } from '@reviewguide/workflow/ports'
import { LRUCache } from 'lru-cache'

export interface InProcessCacheOptions {
  /** Most characters of JSON kept in all; what was not used for longest goes first. */
  maxSize?: number
}

/** The cache of a single process. Values are kept as JSON, so that no two readers share an object, as with Redis. */
export function createInProcessCache({ maxSize = 32 * 1024 * 1024 }: InProcessCacheOptions = {}): Cache {
  const kept = new LRUCache<string, string>({ maxSize, sizeCalculation: (json, key) => json.length + key.length + 1 })
  return {
    async get(key) {
      const json = kept.get(key)
      return json === undefined ? null : JSON.parse(json)
    },
    async set(key, value, ttlMs) {
      kept.set(key, JSON.stringify(value), { ttl: ttlMs })
    },
  }
}
