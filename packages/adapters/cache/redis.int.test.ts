import { RunId } from '@reviewguide/contracts'
import { noRedisServer, startTestRedis, type TestRedis } from '@reviewguide/testing'
import type { RunLog } from '@reviewguide/workflow/ports'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cacheContract } from './cache.contract.ts'
import { connectRedis, type RedisConnection } from './connect-redis.ts'
import { createRedisCache } from './redis-cache.ts'
import { createRedisRunLog } from './redis-run-log.ts'
import { runLogContract } from './run-log.contract.ts'

const named = process.env.REDIS_URL
const missing = named ? null : noRedisServer()
const prefix = `reviewguide-test-${crypto.randomUUID()}:`

if (missing) console.warn(`SKIPPED: the run log and the cache on Redis, because REDIS_URL is not set and ${missing}.`)

describe.skipIf(missing)('on Redis', () => {
  const connections: RedisConnection[] = []
  const logs: RunLog[] = []

  let own: TestRedis | undefined

  beforeAll(async () => {
    if (!named) own = await startTestRedis()
    // Two processes, as far as they are told apart: each with connections and a memory of its own.
    for (let n = 0; n < 2; n += 1) {
      const redis = await connectRedis(named ?? own?.url ?? '')
      connections.push(redis)
      logs.push(createRedisRunLog({ redis, prefix, keepMs: 60_000 }))
    }
  })

  afterAll(async () => {
    const client = connections[0]?.client()
    const nodes = client && 'nodes' in client ? client.nodes('master') : client ? [client] : []
    for (const node of nodes) for (const key of await node.keys(`${prefix}*`)) await node.del(key)
    for (const connection of connections) await connection.close()
    await own?.stop()
  })

  const log = (n: number): RunLog => logs[n] ?? expect.unreachable()
  runLogContract('Redis, read where it is written', () => ({ writer: log(0), reader: log(0) }))
  runLogContract('Redis, read in another process', () => ({ writer: log(0), reader: log(1) }))
  cacheContract('Redis', () => createRedisCache({ redis: connections[0] ?? expect.unreachable(), prefix }))

  it('lets the events of a run expire', async () => {
    const runId = RunId.parse(`run_${crypto.randomUUID().replaceAll('-', '')}`)
    await log(0).append(runId, 1, [{ id: 1, part: { type: 'finish' } }])
    await new Promise((resolve) => setTimeout(resolve, 30))
    for (const key of ['events', 'fence']) {
      const ttl = await connections[0]?.client().pttl(`${prefix}{${runId}}:${key}`)
      expect(ttl).toBeGreaterThan(50_000)
      expect(ttl).toBeLessThanOrEqual(60_000)
    }
  })
})

describe('a Redis that is away', () => {
  it('is said to be away by each call, and throws nowhere else', async () => {
    const heard: unknown[] = []
    const redis = await connectRedis('redis://127.0.0.1:1', (cause) => heard.push(cause))
    await expect(redis.ping()).rejects.toMatchObject({ code: 'cache_unavailable' })
    await expect(createRedisCache({ redis }).get('x')).rejects.toMatchObject({ code: 'cache_unavailable' })
    expect(heard).toHaveLength(1)

    // The run's own process goes on without it.
    const alone = createRedisRunLog({ redis })
    const runId = RunId.parse('run_0123456789')
    expect(await alone.append(runId, 1, [{ id: 1, part: { type: 'finish' } }])).toBe('here')
    const read = []
    for await (const events of alone.read(runId, 0, new AbortController().signal)) read.push(...events)
    expect(read).toHaveLength(1)
    await redis.close()
  })
})
