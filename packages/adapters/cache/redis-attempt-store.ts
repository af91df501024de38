import type { AttemptStore } from '@reviewguide/accounts/ports'
import { cacheError, type RedisClient, type RedisConnection } from './connect-redis.ts'

/** The time runs from the first attempt: were it set anew each time, a person who goes on trying would never be let in again. */
const ADD = `local count = redis.call('incr', KEYS[1])
if count == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end
return {count, redis.call('pttl', KEYS[1])}`

/** A count that has been forgotten meanwhile must not begin again below zero, and for ever. */
const TAKE_BACK = `if tonumber(redis.call('get', KEYS[1]) or 0) > 0 then redis.call('decr', KEYS[1]) end`

/** Counts of attempts that all backends share. Each call is one step on one key. */
export function createRedisAttemptStore({
  redis,
  prefix = 'reviewguide:',
}: {
  redis: RedisConnection
  prefix?: string
}): AttemptStore {
  const call = async <T>(act: (client: RedisClient) => Promise<T>): Promise<T> => {
    try {
      return await act(redis.client())
    } catch (cause) {
      throw cacheError(cause)
    }
  }
  const keyOf = (key: string) => `${prefix}attempts:${key}`

  return {
    async add(key, windowMs) {
      const [count = 0, leftMs = 0] = (await call((client) => client.eval(ADD, 1, keyOf(key), windowMs))) as number[]
      return { count, leftMs }
    },
    async takeBack(key) {
      await call((client) => client.eval(TAKE_BACK, 1, keyOf(key)))
    },
    async forget(key) {
      await call((client) => client.del(keyOf(key)))
    },
  }
}
