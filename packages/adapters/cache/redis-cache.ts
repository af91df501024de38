import type { Cache } from '@reviewguide/workflow/ports'
import { cacheError, type RedisConnection } from './connect-redis.ts'

/** A cache that all backends share. Keys begin with `prefix`, which keeps several installations on one Redis apart. */
export function createRedisCache({
  redis,
  prefix = 'reviewguide:',
}: {
  redis: RedisConnection
  prefix?: string
}): Cache {
  const keyOf = (key: string) => `${prefix}cache:${key}`
  return {
    async get(key) {
      const json = await redis
        .client()
        .get(keyOf(key))
        .catch((cause: unknown) => Promise.reject(cacheError(cause)))
      return json === null ? null : parsed(json)
    },
    async set(key, value, ttlMs) {
      try {
        await redis.client().set(keyOf(key), JSON.stringify(value), 'PX', Math.max(1, Math.round(ttlMs)))
      } catch (cause) {
        throw cacheError(cause)
      }
    },
  }
}

/** What is no JSON was not written here: it counts as lost, and not as a cache that is away. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
