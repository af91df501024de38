import { noRedisServer, startTestRedis, type TestRedis } from '@reviewguide/testing'
import type { Tracer } from '@reviewguide/workflow/ports'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectRedis, type RedisConnection } from './connect-redis.ts'

const missing = noRedisServer()
if (missing) console.warn(`SKIPPED: commands of Redis in a trace, because ${missing}.`)

describe.skipIf(missing).for([
  ['one server', 0],
  ['a cluster', 3],
] as const)('the commands of %s', ([, cluster]) => {
  let server: TestRedis
  let redis: RedisConnection
  /** Commands that have ended, each with the type of its error. */
  const ended: [string, string | undefined][] = []
  const told: unknown[] = []
  let traced = true
  const tracer: Pick<Tracer, 'call'> = {
    call(name, attributes) {
      if (!traced) return null
      told.push(attributes)
      return { within: (work) => work(), set: () => {}, end: (errorType) => void ended.push([name, errorType]) }
    },
  }

  beforeAll(async () => {
    server = await startTestRedis({ cluster })
    redis = await connectRedis(server.url, () => {}, { tracer })
    ended.length = told.length = 0
  })
  afterAll(async () => {
    await redis?.close()
    await server?.stop()
  })

  it('are calls by their names, once each, and what failed by its code', async () => {
    const client = redis.client()
    await client.set('secret-key', 'secret-value')
    expect(await client.get('secret-key')).toBe('secret-value')
    await client.lpush('secret-list', 'secret-value')
    await expect(client.get('secret-list')).rejects.toThrow('WRONGTYPE')
    await expect(client.evalsha('0'.repeat(40), 1, 'secret-key')).rejects.toThrow('NOSCRIPT')
    expect(ended).toEqual([
      ['SET', undefined],
      ['GET', undefined],
      ['LPUSH', undefined],
      ['GET', 'WRONGTYPE'],
      ['EVALSHA', 'NOSCRIPT'],
    ])
    const { port } = new URL(server.url)
    expect(told[0]).toEqual({
      'db.system.name': 'redis',
      'db.operation.name': 'SET',
      'server.address': '127.0.0.1',
      'server.port': Number(port),
    })
    expect(JSON.stringify(told)).not.toContain('secret')
  })

  it('are sent all the same where nothing is traced', async () => {
    traced = false
    const before = ended.length
    expect(await redis.client().get('secret-key')).toBe('secret-value')
    expect(ended).toHaveLength(before)
  })
})
