import type { SlotOutcome, Slots } from '@reviewguide/workflow/ports'
import { cacheError, type RedisConnection } from './connect-redis.ts'
import { redisScript } from './redis-script.ts'

/** KEYS[1] is the owner's sorted set of holders by the time at which each loses its place; ARGV: the holder, most, for how long in ms. */
const takeScript = redisScript(`
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local keep = tonumber(ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 'held' end
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 'full' end
redis.call('ZADD', KEYS[1], string.format('%.0f', now + keep), ARGV[1])
redis.call('PEXPIRE', KEYS[1], math.max(keep, redis.call('PTTL', KEYS[1])))
return 'taken'
`)

/** Places that all backends share; times are of Redis' clock. Throws `cache_unavailable`. */
export function createRedisSlots({
  redis,
  prefix = 'reviewguide:',
}: {
  redis: RedisConnection
  prefix?: string
}): Slots {
  const keyOf = (owner: string) => `${prefix}slots:${owner}`
  return {
    async take(owner, holder, most, keepMs) {
      try {
        return (await takeScript(redis.client(), [keyOf(owner)], [holder, most, Math.ceil(keepMs)])) as SlotOutcome
      } catch (cause) {
        throw cacheError(cause)
      }
    },
    async release(owner, holder) {
      try {
        await redis.client().zrem(keyOf(owner), holder)
      } catch (cause) {
        throw cacheError(cause)
      }
    },
  }
}
