import { noRedisServer, startTestRedis, type TestRedis, type TestRedisOptions } from '@reviewguide/testing'
import { Cluster } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cacheContract } from './cache.contract.ts'
import { connectRedis, type RedisConnection } from './connect-redis.ts'
import { rateLimiterContract } from './rate-limiter.contract.ts'
import { createRedisCache } from './redis-cache.ts'
import { createRedisRateLimiter } from './redis-rate-limiter.ts'
import { createRedisRunLog } from './redis-run-log.ts'
import { createRedisSlots } from './redis-slots.ts'
import { runLogContract } from './run-log.contract.ts'
import { slotsContract } from './slots.contract.ts'

const missing = noRedisServer()
if (missing) console.warn(`SKIPPED: everything on Redis as one server, as a cluster and with TLS, because ${missing}.`)

const kinds: [name: string, options: TestRedisOptions][] = [
  // Every character that means something in a URL.
  ['one server with a user of its own', { user: { name: 'reader@home', password: 'p@ss:w/o?r#d%41&+' } }],
  ['one server with TLS', { tls: true }],
  ['a cluster', { cluster: 3 }],
  ['a cluster with TLS', { cluster: 3, tls: true }],
  // It has slots, and knows nobody to share them with.
  ['a cluster of one node', { cluster: 1 }],
]

describe.skipIf(missing).for(kinds)('Redis as %s', ([name, options]) => {
  let server: TestRedis
  const connections: RedisConnection[] = []
  const open = async () => {
    const connection = await connectRedis(server.url, () => {}, { ca: server.ca })
    connections.push(connection)
    // A cluster's client meets its nodes when it first needs them; the suites count in tens of milliseconds.
    const client = connection.client()
    await Promise.all('nodes' in client ? client.nodes('master').map((node) => node.ping()) : [client.ping()])
  }

  beforeAll(async () => {
    server = await startTestRedis(options)
    await open()
    await open()
  })
  afterAll(async () => {
    for (const connection of connections) await connection.close()
    await server.stop()
  })

  const redis = (n: number): RedisConnection => connections[n] ?? expect.unreachable()
  const once = <T>(make: () => T) => {
    let made: T | undefined
    return () => (made ??= make())
  }
  const writer = once(() => createRedisRunLog({ redis: redis(0), keepMs: 60_000 }))
  const reader = once(() => createRedisRunLog({ redis: redis(1), keepMs: 60_000 }))

  runLogContract(`Redis as ${name}`, () => ({ writer: writer(), reader: reader() }))
  cacheContract(`Redis as ${name}`, () => createRedisCache({ redis: redis(0) }))
  rateLimiterContract(`Redis as ${name}`, () => ({
    one: createRedisRateLimiter({ redis: redis(0) }),
    other: createRedisRateLimiter({ redis: redis(1) }),
  }))
  slotsContract(`Redis as ${name}`, () => ({
    one: createRedisSlots({ redis: redis(0) }),
    other: createRedisSlots({ redis: redis(1) }),
  }))

  it('is recognised for what it is', () => {
    expect(redis(0).client() instanceof Cluster).toBe(options.cluster === 3)
  })

  it('keeps limits no longer than their window, in a list of no more than the limit', async () => {
    const limiter = createRedisRateLimiter({ redis: redis(0), prefix: 'bounded:' })
    const charge = { subject: 'guest:g', use: 'any', limit: 4, windowMs: 30_000 }
    for (let n = 0; n < 9; n += 1) await limiter.take([charge])
    const key = 'bounded:limit:{guest:g}:any'
    expect(await redis(0).client().llen(key)).toBe(4)
    expect(await redis(0).client().pttl(key)).toBeGreaterThan(25_000)
    expect(await redis(0).client().pttl(key)).toBeLessThanOrEqual(30_000)
  })
})

describe.skipIf(missing)('a Redis whose certificate nobody vouches for', () => {
  it('is not trusted', async () => {
    const server = await startTestRedis({ tls: true })
    const heard: unknown[] = []
    const connection = await connectRedis(server.url, (cause) => heard.push(cause))
    await expect(connection.ping()).rejects.toMatchObject({ code: 'cache_unavailable' })
    expect(heard).toHaveLength(1)
    await connection.close()
    await server.stop()
  })
})
