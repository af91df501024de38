import type { Charge, RateLimiter, Taken } from '@reviewguide/workflow/ports'
import { Cluster } from 'ioredis'
import { cacheError, type RedisConnection } from './connect-redis.ts'
import { redisScript } from './redis-script.ts'

/**
 * A sliding window log: each window is a list of the times (Redis' clock, in ms) of the requests let through, newest first, so that its length is what was used
 * within the window and nothing is estimated: the error is that of a clock read in whole milliseconds. A counter of two fixed windows weighed by their overlap would take less room
 * and be wrong by up to the unevenness of the requests within a window, and could not say when there is room again.
 *
 * KEYS are windows, ARGV a limit and a window in ms for each. Gives { allowed, now, then used, wait and free for each }. When one is full, none is counted in.
 * A list holds `limit` numbers at most, and goes when its window has passed without a request.
 */
const takeScript = redisScript(`
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local allowed = 1
for n, key in ipairs(KEYS) do
  local left = now - tonumber(ARGV[2 * n])
  local oldest = redis.call('LINDEX', key, -1)
  while oldest and tonumber(oldest) <= left do
    redis.call('RPOP', key)
    oldest = redis.call('LINDEX', key, -1)
  end
  if redis.call('LLEN', key) >= tonumber(ARGV[2 * n - 1]) then allowed = 0 end
end
local reply = { allowed, now }
for n, key in ipairs(KEYS) do
  local limit, window = tonumber(ARGV[2 * n - 1]), tonumber(ARGV[2 * n])
  if allowed == 1 then
    redis.call('LPUSH', key, string.format('%.0f', now))
    redis.call('PEXPIRE', key, window)
  end
  local function leaves(index)
    local at = redis.call('LINDEX', key, index)
    -- A clock that was set back must not make anybody wait for longer than a window.
    return at and math.min(window, tonumber(at) + window - now) or 0
  end
  reply[#reply + 1] = redis.call('LLEN', key)
  reply[#reply + 1] = leaves(limit - 1)
  reply[#reply + 1] = leaves(-1)
end
return reply
`)

/**
 * The rate limiter that all backends share. On one server all windows of a request are taken in one step. In a cluster the subjects lie on different nodes: each is one
 * step there, at the same time, and where one refuses the others give back what they counted. Throws `cache_unavailable`.
 */
export function createRedisRateLimiter({
  redis,
  prefix = 'reviewguide:',
}: {
  redis: RedisConnection
  prefix?: string
}): RateLimiter {
  const keyOf = ({ subject, use }: Charge) => `${prefix}limit:{${tagged(subject)}}:${use}`

  const takeTogether = async (charges: readonly Charge[]): Promise<Taken> => {
    const limits = charges.flatMap(({ limit, windowMs }) => [limit, Math.ceil(windowMs)])
    const reply = (await takeScript(redis.client(), charges.map(keyOf), limits)) as number[]
    const [allowed, now = 0, ...figures] = reply
    const windows = charges.map((_, n) => {
      const [used = 0, waitMs = 0, freeInMs = 0] = figures.slice(3 * n, 3 * n + 3)
      return { used, waitMs, freeInMs }
    })
    return { allowed: allowed === 1, now, windows, shared: true }
  }

  const giveBack = ({ charges, taken }: { charges: Charge[]; taken: Taken }) =>
    charges.map((charge) => redis.client().lrem(keyOf(charge), 1, String(taken.now)))

  const takeApart = async (charges: readonly Charge[]): Promise<Taken> => {
    const subjects = [...Map.groupBy(charges, ({ subject }) => subject).values()]
    const parts = await Promise.all(subjects.map(async (same) => ({ charges: same, taken: await takeTogether(same) })))
    const allowed = parts.every(({ taken }) => taken.allowed)
    if (!allowed) await Promise.all(parts.filter(({ taken }) => taken.allowed).flatMap(giveBack))
    const states = new Map(
      parts.flatMap(({ charges: same, taken }) => same.map((charge, n) => [charge, taken.windows[n]] as const)),
    )
    return {
      allowed,
      now: Math.max(...parts.map(({ taken }) => taken.now)),
      windows: charges.map((charge) => states.get(charge) ?? { used: 0, waitMs: 0, freeInMs: 0 }),
      shared: true,
    }
  }

  /** Set once a server that is talked to as a single one has said that it has slots after all: a cluster's only node, or a proxy before one. */
  let hasSlots = false

  const takeAny = async (charges: readonly Charge[]): Promise<Taken> => {
    if (hasSlots || redis.client() instanceof Cluster) return takeApart(charges)
    try {
      return await takeTogether(charges)
    } catch (cause) {
      if (!(cause instanceof Error) || !cause.message.startsWith('CROSSSLOT ')) throw cause
      hasSlots = true
      return takeApart(charges)
    }
  }

  return {
    async take(charges) {
      if (charges.length === 0) return { allowed: true, now: Date.now(), windows: [], shared: true }
      try {
        return await takeAny(charges)
      } catch (cause) {
        throw cacheError(cause)
      }
    },
  }
}

/** A subject with braces of its own would be cut short as a hash tag, or make an empty one. */
const tagged = (subject: string) => subject.replaceAll(/[{}]/g, '_')
