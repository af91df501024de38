import { setTimeout as sleep } from 'node:timers/promises'
import { noRedisServer, startTestRedis } from '@reviewguide/testing'
import { describe, expect, it } from 'vitest'
import { connectRedis } from './connect-redis.ts'
import { openLimits } from './open-limits.ts'

const missing = noRedisServer()
if (missing) console.warn(`SKIPPED: limits while Redis is away, because ${missing}.`)

const charge = { subject: 'guest:g', use: 'any', limit: 2, windowMs: 60_000 }

describe.skipIf(missing)('limits while Redis is away', () => {
  it('are counted by each process for itself, said once, and shared again by themselves', async () => {
    const server = await startTestRedis()
    const said: string[] = []
    const [first, second] = await Promise.all([connectRedis(server.url), connectRedis(server.url)])
    const one = openLimits(first, { onAway: () => said.push('away'), onBack: () => said.push('back'), pauseMs: 100 })
    const other = openLimits(second, { pauseMs: 100 })
    try {
      expect(await one.limiter.take([charge])).toMatchObject({ allowed: true, shared: true })
      expect(await other.limiter.take([charge])).toMatchObject({ allowed: true, shared: true })
      expect(await one.limiter.take([charge])).toMatchObject({ allowed: false, shared: true })

      await server.kill()
      const alone = await Promise.all(Array.from({ length: 9 }, () => one.limiter.take([charge])))
      expect(alone.filter(({ allowed }) => allowed)).toHaveLength(2)
      expect(new Set(alone.map(({ shared }) => shared))).toEqual(new Set([false]))
      // The other one knows nothing of that.
      expect(await other.limiter.take([charge])).toMatchObject({ allowed: true, shared: false })
      expect(await one.slots.take('gst_g', 'a', 1, 60_000)).toBe('taken')
      expect(await one.slots.take('gst_g', 'b', 1, 60_000)).toBe('full')
      await sleep(250)
      await one.limiter.take([charge])
      expect(said).toEqual(['away'])

      await server.startAgain()
      await expect.poll(async () => (await one.limiter.take([charge])).shared, { timeout: 10_000 }).toBe(true)
      expect(said).toEqual(['away', 'back'])
    } finally {
      await Promise.all([first.close(), second.close()])
      await server.stop()
    }
  })

  it('wait for a Redis that hangs once and not with each request', async () => {
    const server = await startTestRedis()
    const redis = await connectRedis(server.url)
    const { limiter } = openLimits(redis, { patienceMs: 200, pauseMs: 60_000 })
    try {
      await limiter.take([charge])
      await redis.subscriber().call('CLIENT', 'PAUSE', 5_000)
      const started = performance.now()
      for (let n = 0; n < 20; n += 1) expect((await limiter.take([charge])).shared).toBe(false)
      expect(performance.now() - started).toBeLessThan(1_000)
    } finally {
      await redis.close()
      await server.stop()
    }
  })
})

describe('limits without a Redis', () => {
  it('are those of the one process there is, and nothing is amiss', async () => {
    expect(await openLimits(null).limiter.take([charge])).toMatchObject({ allowed: true, shared: true })
  })
})
