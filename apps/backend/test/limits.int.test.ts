import { ChatDetail } from '@reviewguide/contracts'
import {
  createTestDatabase,
  noRedisServer,
  startTestRedis,
  type TestDatabase,
  type TestRedis,
} from '@reviewguide/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { types } from './ask.ts'
import { askOver, type BackendProcess, startBackendProcess } from './start-process.ts'

// Starting a process loads the whole workflow; on two busy cores that takes its time.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

const missing = noRedisServer()
if (missing) console.warn(`SKIPPED: limits of backends that share a Redis, because ${missing}.`)

let database: TestDatabase
let redis: TestRedis
const running: BackendProcess[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  if (!missing) redis = await startTestRedis()
})
afterAll(async () => {
  await redis?.stop()
  await database.drop()
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((backend) => backend.kill()))
})

const start = async (env: Record<string, string>) => {
  const backend = await startBackendProcess({ DATABASE_URL: database.url, ...env })
  running.push(backend)
  return backend
}
const codeOf = (body: string) => JSON.parse(body).error.code as string

describe.skipIf(missing)('two backends that share a Redis', () => {
  it('count together, whichever is asked', async () => {
    const env = { REDIS_URL: redis.url, RATE_LIMIT_ASK_GUEST: '3/60' }
    const [one, other] = await Promise.all([start(env), start(env)])
    const { cookie } = await askOver(one.url, { message: 'hi' })
    const left = []
    for (const { url } of [one, other, one])
      left.push((await askOver(url, { message: 'hi' }, { cookie })).headers.get('ratelimit-remaining'))
    expect(left).toEqual(['2', '1', '0'])
    const refused = await askOver(other.url, { message: 'hi' }, { cookie })
    expect(refused.status).toBe(429)
    expect(JSON.parse(refused.body).error).toMatchObject({ code: 'rate_limited', details: { kind: 'guest', limit: 3 } })
  })

  it('write no more answers at once for one person than they may have, and go on when those have ended', async () => {
    const env = { REDIS_URL: redis.url, RUNS_AT_ONCE_GUEST: '1' }
    const [one, other] = await Promise.all([start(env), start(env)])
    const { cookie } = await askOver(one.url, { message: 'hi' })
    const question = { message: 'best earbuds for running under $100?' }
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, n) => askOver(n % 2 === 0 ? one.url : other.url, question, { cookie })),
    )
    const refused = all.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.map(({ body }) => codeOf(body))).toEqual(refused.map(() => 'too_many_runs'))
    expect(all.length - refused.length).toBeGreaterThan(0)
    // Another person is not held back, and neither is this one any more.
    expect((await askOver(other.url, question)).status).toBe(200)
    await expect
      .poll(async () => (await askOver(other.url, question, { cookie })).status, { timeout: 10_000 })
      .toBe(200)
  })

  it('answer and count on without it, say so, and share again when it is back', async () => {
    const { url, output } = await start({ REDIS_URL: redis.url, RATE_LIMIT_ASK_ADDRESS: '4/3600' })
    const ask = () => askOver(url, { message: 'hi' })
    expect((await ask()).headers.get('x-ratelimit-scope')).toBeNull()

    await redis.kill()
    const alone = await ask()
    expect([alone.status, types(alone.events).at(-1)]).toEqual([200, 'finish'])
    expect(alone.headers.get('x-ratelimit-scope')).toBe('this-server')
    expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({
      checks: [
        { name: 'database', ok: true },
        { name: 'cache', ok: false },
      ],
    })
    const statuses = []
    for (let n = 0; n < 4; n += 1) statuses.push((await ask()).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    expect(output().match(/limits are counted by this backend alone/g)).toHaveLength(1)

    await redis.startAgain()
    await expect
      .poll(async () => (await fetch(`${url}/v1/chats`)).headers.get('x-ratelimit-scope'), { timeout: 20_000 })
      .toBeNull()
    expect((await ask()).status).toBe(200)
    expect(output()).toContain('limits are shared by all backends again')
  })
})

describe('a backend', () => {
  it('takes no more messages into a chat than it may hold, and says what to do', async () => {
    const { url } = await start({ CHAT_MESSAGES: '4' })
    const { cookie, chatId } = await askOver(url, { message: 'hi' })
    expect((await askOver(url, { message: 'and?', chatId }, { cookie })).status).toBe(200)
    const full = await askOver(url, { message: 'and?', chatId }, { cookie })
    expect([full.status, codeOf(full.body)]).toEqual([409, 'chat_full'])
    expect(JSON.parse(full.body).error.message).toContain('Start a new chat')
    const kept = await fetch(`${url}/v1/chats/${chatId}`, { headers: { cookie } })
    const { messages } = ChatDetail.parse(await kept.json())
    expect(messages).toHaveLength(4)
    expect((await askOver(url, { message: 'hi' }, { cookie })).status).toBe(200)
  })

  it('believes a forged address from nobody whom it was not told to trust', async () => {
    const { url } = await start({ RATE_LIMIT_ADDRESS: '2/60', TRUSTED_PROXIES: '10.9.8.0/24' })
    const statuses = []
    for (const claim of ['203.0.113.1', '203.0.113.2', '203.0.113.3', '10.9.8.7'])
      statuses.push((await fetch(`${url}/v1/overview`, { headers: { 'x-forwarded-for': claim } })).status)
    expect(statuses).toEqual([200, 200, 429, 429])
    expect((await fetch(`${url}/health`)).status).toBe(200)
  })
})
