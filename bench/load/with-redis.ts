import { noRedisServer, startTestRedis } from '@reviewguide/testing'

/** A Redis and what it is, for the table. */
export interface BenchRedis {
  url: string
  name: string
}

/** Why there is no Redis to measure with; null when there is one. */
export function noRedis(): string | null {
  return process.env.REDIS_URL ? null : noRedisServer()
}

/** Does work with the Redis that `REDIS_URL` names, or with one of our own that goes afterwards. See `noRedis`. */
export async function withRedis<T>(work: (redis: BenchRedis) => Promise<T>): Promise<T> {
  const given = process.env.REDIS_URL
  if (given) return work({ url: given, name: `Redis at ${new URL(given).host}` })
  const own = await startTestRedis()
  try {
    return await work({ url: own.url, name: 'Redis of our own' })
  } finally {
    await own.stop()
  }
}
