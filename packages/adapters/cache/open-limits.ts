import type { RateLimiter, Slots } from '@reviewguide/workflow/ports'
import type { RedisConnection } from './connect-redis.ts'
import { createInProcessRateLimiter } from './in-process-rate-limiter.ts'
import { createInProcessSlots } from './in-process-slots.ts'
import { createRedisRateLimiter } from './redis-rate-limiter.ts'
import { createRedisSlots } from './redis-slots.ts'
import { createSharedOrOwn, type SharedOrOwnOptions } from './shared-or-own.ts'

export interface SharedLimits {
  limiter: RateLimiter
  slots: Slots
}

/**
 * What counts requests and runs: in Redis for all backends together, without one (null) in this process. Neither ever fails: while Redis is away this process counts for
 * itself, says so once (`onAway`) and in each answer (`shared: false`), and goes back by itself.
 */
export function openLimits(
  redis: RedisConnection | null,
  { prefix, ...options }: SharedOrOwnOptions & { prefix?: string } = {},
): SharedLimits {
  const own = { limiter: createInProcessRateLimiter(), slots: createInProcessSlots() }
  if (!redis) return own
  const shared = {
    limiter: createRedisRateLimiter({ redis, ...(prefix !== undefined && { prefix }) }),
    slots: createRedisSlots({ redis, ...(prefix !== undefined && { prefix }) }),
  }
  const either = createSharedOrOwn(options)
  return {
    limiter: {
      take: (charges) =>
        either(
          () => shared.limiter.take(charges),
          async () => ({ ...(await own.limiter.take(charges)), shared: false }),
        ),
    },
    slots: {
      take: (...place) =>
        either(
          () => shared.slots.take(...place),
          () => own.slots.take(...place),
        ),
      async release(...place) {
        // It is not known where it was taken. One that cannot be given back is lost by itself in time.
        await own.slots.release(...place)
        await shared.slots.release(...place).catch(() => {})
      },
    },
  }
}
