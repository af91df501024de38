import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectRedis, type RedisConnection } from './connect-redis.ts'
import { createRedisAttemptStore } from './redis-attempt-store.ts'
import { createRedisSessionStore } from './redis-session-store.ts'

const url = process.env.REDIS_URL
const prefix = `reviewguide-test-${crypto.randomUUID()}:`
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

if (!url) console.warn('Skipped: sessions and attempts on Redis, because REDIS_URL is not set.')

describe.skipIf(!url)('on Redis', () => {
  let redis: RedisConnection
  beforeAll(async () => {
    redis = await connectRedis(url ?? '')
  })
  afterAll(async () => {
    const client = redis.client()
    const nodes = 'nodes' in client ? client.nodes('master') : [client]
    for (const node of nodes) for (const key of await node.keys(`${prefix}*`)) await node.del(key)
    await redis.close()
  })

  it('a session is kept for its time, and one that ended is not put back', async () => {
    const store = createRedisSessionStore({ redis, prefix })
    expect(await store.get('a')).toBeNull()
    await store.put('a', '{"x":1}', 60_000)
    expect(await store.get('a')).toBe('{"x":1}')
    await store.bar('a', 150)
    expect(await store.get('a')).toBeNull()
    await store.put('a', 'late', 60_000)
    expect(await store.get('a')).toBeNull()
    await sleep(200)
    await store.put('a', 'new', 100)
    expect(await store.get('a')).toBe('new')
    await sleep(150)
    expect(await store.get('a')).toBeNull()
    await store.put('b', 'x', 60_000)
    await store.remove('b')
    expect(await store.get('b')).toBeNull()
  })

  it('attempts are counted in one step, from the first on, and taken back no further than to nothing', async () => {
    const store = createRedisAttemptStore({ redis, prefix })
    const counts = await Promise.all(Array.from({ length: 50 }, () => store.add('k', 400)))
    expect(counts.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, n) => n + 1),
    )
    await sleep(200)
    const { leftMs } = await store.add('k', 400)
    expect(leftMs).toBeLessThan(250)
    await store.takeBack('k')
    expect((await store.add('k', 400)).count).toBe(51)
    await sleep(250)
    await store.takeBack('k')
    expect(await store.add('k', 60_000)).toMatchObject({ count: 1 })
    await store.forget('k')
    expect((await store.add('k', 60_000)).count).toBe(1)
  })
})
