import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OwnPostgres, startOwnPostgres } from '@reviewguide/adapters/own-postgres'
import { createPool } from '@reviewguide/adapters/postgres'
import { ChatDetail, Readiness } from '@reviewguide/contracts'
import { noRedisServer, startTestRedis, type TestRedis } from '@reviewguide/testing'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { textOf, types } from './ask.ts'
import { type BackendProcess, startBackend } from './backend-process.ts'
import type { ReadEvent } from './read-stream.ts'
import { askAt, followAt, type Reader } from './reader.ts'

const missing = noRedisServer()
if (missing) console.warn(`Skipped: what works without Redis and without PostgreSQL, because ${missing}.`)

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const QUESTION = '30 words every 30 ms'
const WORDS = Array.from({ length: 30 }, (_, n) => `word ${n + 1}. `).join('')
const notices = (events: ReadEvent[]) =>
  events.flatMap(({ part }) => (part.type === 'data-notice' ? [part.data.code] : []))

describe.skipIf(missing)('two backends whose servers really stop', () => {
  let folder: string
  let postgres: OwnPostgres
  let redis: TestRedis
  let first: BackendProcess
  let second: BackendProcess

  const startPostgres = (port?: number) =>
    startOwnPostgres({ dataDir: folder, what: 'the tests', ...(port && { port }) })

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reviewguide-degraded-'))
    ;[postgres, redis] = await Promise.all([startPostgres(), startTestRedis()])
    const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url }
    const slow = new URL('./processes/slow-backend.ts', import.meta.url)
    ;[first, second] = await Promise.all([startBackend(slow, env), startBackend(slow, env)])
  })
  afterAll(async () => {
    for (const backend of [first, second]) backend?.child.kill('SIGKILL')
    await redis?.stop()
    await postgres?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const readiness = async (url: string) => {
    const reply = await fetch(`${url}/health/ready`)
    const { checks } = Readiness.parse(await reply.json())
    return [reply.status, ...checks.filter(({ ok }) => !ok).map(({ name }) => name)]
  }
  const stored = async (url: string, { chatId, cookie }: Reader) =>
    ChatDetail.parse(await (await fetch(`${url}/v1/chats/${chatId}`, { headers: { cookie } })).json())

  it('without Redis answers still stream, to their end, with a notice; with it again they can be continued again', async () => {
    const midway = await askAt(first.url, { message: QUESTION })
    await midway.has(10)
    await redis.kill()
    expect(await midway.over).toBe(true)
    expect(textOf(midway.events)).toBe(WORDS)
    expect(types(midway.events).at(-1)).toBe('finish')
    expect(midway.events.map(({ id }) => id)).toEqual(midway.events.map((_, at) => at + 1))
    expect(notices(midway.events)).toEqual(['assumed', 'not_resumable'])

    const without = await askAt(first.url, { message: QUESTION })
    await without.has(5)
    // On its own backend even its place is found.
    const here = await followAt(first.url, { ...without, after: 4 })
    const stop = await fetch(`${first.url}/v1/chat/${without.chatId}/stop`, {
      method: 'POST',
      headers: { cookie: without.cookie },
    })
    expect(await stop.json()).toEqual({ stopped: true })
    expect(await Promise.all([without.over, here.over])).toEqual([true, true])
    expect(notices(without.events)).toContain('not_resumable')
    expect(here.events).toEqual(without.events.slice(4))
    expect((await stored(second.url, without)).messages).toHaveLength(2)
    for (const { url } of [first, second]) {
      expect(await readiness(url)).toEqual([503, 'cache'])
      expect((await fetch(`${url}/health`)).status).toBe(200)
    }

    await redis.startAgain()
    await expect.poll(() => readiness(first.url), { timeout: 10_000 }).toEqual([200])
    await expect
      .poll(
        async () => {
          const again = await askAt(first.url, { message: '3 words every 10 ms' })
          const elsewhere = await followAt(second.url, again)
          await Promise.all([again.over, elsewhere.over])
          return [notices(again.events), elsewhere.events.length - again.events.length]
        },
        { timeout: 10_000, interval: 500 },
      )
      .toEqual([['assumed'], 0])
  })

  it('a Redis that hangs holds an answer back for a moment only', async () => {
    const pausing = net.connect(Number(new URL(redis.url).port), '127.0.0.1')
    pausing.write('CLIENT PAUSE 4000 ALL\r\n')
    await once(pausing, 'data')
    const asked = performance.now()
    const hung = await askAt(first.url, { message: QUESTION })
    await hung.has(4)
    expect(performance.now() - asked).toBeLessThan(1_000)
    expect(await hung.over).toBe(true)
    expect(textOf(hung.events)).toBe(WORDS)
    expect(notices(hung.events)).toContain('not_resumable')
    pausing.destroy()
    await expect.poll(() => readiness(first.url), { timeout: 10_000 }).toEqual([200])
  })

  it('without PostgreSQL questions get a clear 503 and nothing is half-written; with it again all goes on, with no restart', async () => {
    const midway = await askAt(first.url, { message: QUESTION })
    await midway.has(10)
    const { port } = postgres
    await postgres.stop()
    expect(await midway.over).toBe(true)
    expect(textOf(midway.events)).toBe(WORDS)
    expect(midway.events.at(-2)?.part).toMatchObject({ type: 'data-error', data: { code: 'database_unavailable' } })
    for (const { url } of [first, second]) {
      expect((await fetch(`${url}/health`)).status).toBe(200)
      expect(await readiness(url)).toEqual([503, 'database'])
      const refused = await fetch(`${url}/v1/chat/stream`, {
        method: 'POST',
        body: JSON.stringify({ message: 'left nowhere' }),
        headers: { 'content-type': 'application/json' },
      })
      expect(refused.status).toBe(503)
      expect(await refused.json()).toMatchObject({ error: { code: 'database_unavailable' } })
    }

    postgres = await startPostgres(port)
    expect(postgres.port).toBe(port)
    for (const { url } of [first, second]) await expect.poll(() => readiness(url), { timeout: 10_000 }).toEqual([200])
    // The answer that could not be stored then is now, once and whole.
    await expect.poll(async () => (await stored(second.url, midway)).active, { timeout: 15_000 }).toBe(false)
    const { messages } = await stored(second.url, midway)
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant'])
    expect(messages[1]?.parts).toContainEqual({ type: 'text', text: WORDS, state: 'done' })
    const next = await askAt(
      second.url,
      { message: '3 words every 10 ms', chatId: midway.chatId },
      { cookie: midway.cookie },
    )
    expect([next.status, await next.over, types(next.events).at(-1)]).toEqual([200, true, 'finish'])
    const pool = createPool(postgres.url, { max: 1 })
    const { rows } = await pool.query(
      `select (select count(*)::int from reviewguide.messages where parts::text like '%left nowhere%') as messages,
        (select count(*)::int from reviewguide.runs where status = 'active') as active`,
    )
    await pool.end()
    expect(rows).toEqual([{ messages: 0, active: 0 }])
  })
})
