import { noRedisServer, startTestRedis, type TestRedisOptions } from '@reviewguide/testing'
import { describe, expect, it } from 'vitest'
import { pingRedis } from './ping-redis.ts'

const missing = noRedisServer()
if (missing) console.warn(`SKIPPED: the doctor's look at Redis, because ${missing}.`)

describe.skipIf(missing)('the look at Redis', () => {
  it.each<[string, TestRedisOptions]>([
    ['a plain server', {}],
    ['a user of its own', { user: { name: 'reader@home', password: 'p@ss:w/o?r#d%41' } }],
    ['TLS by a private authority', { tls: true }],
  ])('finds %s', async (_, options) => {
    const server = await startTestRedis(options)
    try {
      await pingRedis(server.url, server.ca)
      if (options.tls) await expect(pingRedis(server.url)).rejects.toThrow(/certificate/)
      if (options.user) await expect(pingRedis(server.url.replace('p%40', 'q'))).rejects.toThrow('Redis says')
    } finally {
      await server.stop()
    }
  })
})
