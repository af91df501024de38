import type { SessionStore } from '@reviewguide/accounts/ports'
import { cacheError, type RedisClient, type RedisConnection } from './connect-redis.ts'

/** Stands under a key that nobody may put a value under. No value is this: values are JSON or numbers. */
const BARRED = '-'

/** Look and put are one step: between them another backend could end the session. */
const PUT = `if redis.call('get', KEYS[1]) == '${BARRED}' then return 0 end
redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`

/** Sessions that all backends share. Each call is one round trip on one key, whatever node of a cluster holds it. */
export function createRedisSessionStore({
  redis,
  prefix = 'reviewguide:',
}: {
  redis: RedisConnection
  prefix?: string
}): SessionStore {
  const call = async <T>(act: (client: RedisClient) => Promise<T>): Promise<T> => {
    try {
      return await act(redis.client())
    } catch (cause) {
      throw cacheError(cause)
    }
  }
  const keyOf = (key: string) => `${prefix}session:${key}`

  return {
    async get(key) {
      const value = await call((client) => client.get(keyOf(key)))
      return value === BARRED ? null : value
    },
    async put(key, value, ttlMs) {
      await call((client) => client.eval(PUT, 1, keyOf(key), value, Math.max(1, Math.round(ttlMs))))
    },
    async bar(key, ttlMs) {
      await call((client) => client.set(keyOf(key), BARRED, 'PX', ttlMs))
    },
    async remove(key) {
      await call((client) => client.del(keyOf(key)))
    },
  }
}
