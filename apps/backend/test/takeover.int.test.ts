import { randomUUID } from 'node:crypto'
import { ChatDetail } from '@reviewguide/contracts'
import {
  createTestDatabase,
  noRedisServer,
  startTestRedis,
  type TestDatabase,
  type TestRedis,
} from '@reviewguide/testing'
import { readUIMessageStream, type UIMessage, type UIMessageChunk } from 'ai'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { textOf, types } from './ask.ts'
import { type BackendProcess, startBackend } from './backend-process.ts'
import type { ReadEvent } from './read-stream.ts'
import { askAt, followAt, type Reader } from './reader.ts'

const slow = new URL('./processes/slow-backend.ts', import.meta.url)
const missing = noRedisServer()
if (missing) console.warn(`Skipped: runs that outlive their backend, because ${missing}.`)

// Starting a process loads the whole workflow; on two busy cores that takes its time.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

/** 40 words in 1.6 s, and what a reader must have of them in the end. */
const QUESTION = '40 words every 40 ms'
const WORDS = Array.from({ length: 40 }, (_, n) => `word ${n + 1}. `).join('')

describe.skipIf(missing)('a run whose backend goes away', () => {
  let database: TestDatabase
  let redis: TestRedis
  /** By their environment: what a test leaves alive the next one uses. */
  const running = new Map<string, BackendProcess[]>()

  beforeAll(async () => {
    ;[database, redis] = await Promise.all([createTestDatabase(), startTestRedis()])
  })
  afterEach(async () => {
    // What a test left active is no concern of the next one.
    await database.pool.query(`update reviewguide.runs set status = 'failed' where status = 'active'`)
  })
  afterAll(async () => {
    for (const { child } of [...running.values()].flat()) child.kill('SIGKILL')
    await Promise.all([database?.drop(), redis?.stop()])
  })

  const start = (env: Record<string, string>) =>
    startBackend(slow, { DATABASE_URL: database.url, REDIS_URL: redis.url, ...env })
  const isUp = ({ child }: BackendProcess) => child.exitCode === null && child.signalCode === null && child.connected

  /** So many backends with this environment, and no others. */
  async function backends(count: number, env: Record<string, string> = {}): Promise<BackendProcess[]> {
    const key = JSON.stringify(env)
    for (const [other, all] of running) {
      const extra = other === key ? all.filter(isUp).slice(count) : all
      for (const { child } of extra) child.kill('SIGKILL')
      await Promise.all(extra.map(({ exit }) => exit))
    }
    const up = (running.get(key) ?? []).filter(isUp)
    while (up.length < count) {
      const missing = Array.from({ length: count - up.length }, () => start(env))
      up.push(...(await Promise.all(missing)))
    }
    running.clear()
    running.set(key, up)
    return up
  }
  const two = async (env: Record<string, string> = {}) => {
    const [first, second] = await backends(2, env)
    return first && second ? ([first, second] as const) : expect.unreachable()
  }
  const one = async (env: Record<string, string> = {}) => (await backends(1, env))[0] ?? expect.unreachable()

  const stored = async (url: string, { chatId, cookie }: Reader) => {
    const reply = await fetch(`${url}/v1/chats/${chatId}`, { headers: { cookie } })
    return ChatDetail.parse(await reply.json())
  }
  const stop = (url: string, { chatId, cookie }: Reader) =>
    fetch(`${url}/v1/chat/${chatId}/stop`, { method: 'POST', headers: { cookie } })
  const runOf = (reader: Reader) => {
    const run = reader.events.find(({ part }) => part.type === 'data-run')?.part
    return run?.type === 'data-run' ? run.data.runId : expect.unreachable()
  }

  /** Numbers from `first` without a gap, and one last part at the end. */
  function expectWhole(events: ReadEvent[], first = 1) {
    expect(events.map(({ id }) => id)).toEqual(events.map((_, at) => first + at))
    const ends = types(events).filter((type) => type === 'finish' || type === 'error')
    expect([ends.length, types(events).at(-1)]).toEqual([1, ends[0]])
  }

  /** The stored answer is what the AI SDK's own reader holds of these events. */
  async function expectStored(url: string, reader: Reader, events: ReadEvent[]) {
    const stream = new ReadableStream<UIMessageChunk>({
      start(controller) {
        for (const { part } of events) controller.enqueue(part as UIMessageChunk)
        controller.close()
      },
    })
    let message: UIMessage | undefined
    for await (const state of readUIMessageStream({ stream })) message = state
    const chat = await stored(url, reader)
    expect(chat.active).toBe(false)
    expect(chat.messages).toHaveLength(2)
    expect(chat.messages[1]?.parts).toEqual(JSON.parse(JSON.stringify(message?.parts)))
    expect(chat.messages[1]?.id).toBe(message?.id)
  }

  it('that is killed is finished by another one, and no reader loses a word or gets one twice', async () => {
    const [first, second] = await two()
    const asker = await askAt(first.url, { message: QUESTION })
    const other = await followAt(second.url, asker)
    await asker.has(14)
    first.child.kill('SIGKILL')
    const killed = performance.now()
    expect(await asker.over).toBe(false)
    const had = asker.events.at(-1)?.id ?? 0
    const back = await followAt(second.url, { ...asker, after: had, run: runOf(asker) })
    const lastId = other.events.at(-1)?.id ?? 0
    await other.has(lastId + 2)
    expect(performance.now() - killed).toBeLessThan(10_000)
    expect(await Promise.all([back.over, other.over])).toEqual([true, true])

    expectWhole(other.events)
    expect(types(other.events)).not.toContain('reset-step')
    expect(textOf(other.events)).toBe(WORDS)
    expect([...asker.events, ...back.events]).toEqual(other.events)
    await expectStored(second.url, asker, other.events)
    const late = await followAt(second.url, { ...asker, after: 5 })
    expect(late.events).toEqual(other.events.slice(5))
  })

  it('and whose text cannot be continued begins its step again', async () => {
    const [first, second] = await two()
    const asker = await askAt(first.url, { message: `own: ${QUESTION}` })
    const other = await followAt(second.url, asker)
    await asker.has(12)
    first.child.kill('SIGKILL')
    expect(await other.over).toBe(true)
    expectWhole(other.events)
    const again = other.events.findIndex(({ part }) => part.type === 'reset-step')
    const [before, after] = [other.events.slice(0, again), other.events.slice(again)]
    expect(textOf(before)).toContain(`of ${first.child.pid}`)
    expect(textOf(after)).toBe(WORDS.replaceAll(/(\d+)\./g, `$1 of ${second.child.pid}.`))
    await expectStored(second.url, asker, other.events)
  })

  it('and that kept a checkpoint is continued exactly, also where it would come out otherwise', async () => {
    const [first, second] = await two()
    const asker = await askAt(first.url, { message: `own, kept: ${QUESTION}` })
    const other = await followAt(second.url, asker)
    await asker.has(12)
    first.child.kill('SIGKILL')
    expect(await other.over).toBe(true)
    expectWhole(other.events)
    expect(types(other.events)).not.toContain('reset-step')
    expect(textOf(other.events)).toBe(WORDS.replaceAll(/(\d+)\./g, `$1 of ${first.child.pid}.`))
    await expectStored(second.url, asker, other.events)
    const { rows } = await database.pool.query('select checkpoint from reviewguide.runs where run_id = $1', [
      runOf(asker),
    ])
    expect(rows).toEqual([{ checkpoint: null }])
  })

  it('that is told to go hands it over, sends its readers away without an error, takes no more, and ends in time', async () => {
    const [first, second] = await two({ SHUTDOWN_GRACE: '1.2' })
    const long = '90 words every 40 ms'
    const asker = await askAt(first.url, { message: long })
    await asker.has(8)
    const told = performance.now()
    first.child.kill('SIGTERM')
    await expect.poll(async () => (await fetch(`${first.url}/health/ready`)).status).toBe(503)
    expect((await fetch(`${first.url}/health`)).status).toBe(200)
    const refused = await fetch(`${first.url}/v1/chat/stream`, {
      method: 'POST',
      body: JSON.stringify({ message: QUESTION }),
      headers: { 'content-type': 'application/json' },
    })
    expect([refused.status, ((await refused.json()) as { error: { code: string } }).error.code]).toEqual([
      503,
      'too_busy',
    ])

    expect(await asker.over).toBe(false)
    expect(types(asker.events).filter((type) => type === 'error' || type === 'data-error')).toEqual([])
    const back = await followAt(second.url, { ...asker, after: asker.events.at(-1)?.id ?? 0 })
    expect(await first.exit).toBe(0)
    expect(performance.now() - told).toBeLessThan(1_200 + 2_500)
    expect(await back.over).toBe(true)
    const events = [...asker.events, ...back.events]
    expectWhole(events)
    expect(textOf(events)).toBe(Array.from({ length: 90 }, (_, n) => `word ${n + 1}. `).join(''))
    await expectStored(second.url, asker, events)
  })

  it('that is told to go and is the only one ends what does not finish, with the error of the table', async () => {
    const only = await one({ SHUTDOWN_GRACE: '0.5' })
    const asker = await askAt(only.url, { message: '200 words every 40 ms' })
    await asker.has(8)
    only.child.kill('SIGTERM')
    expect(await asker.over).toBe(true)
    expect(asker.events.at(-2)?.part).toMatchObject({ type: 'data-error', data: { code: 'run_interrupted' } })
    expect(await only.exit).toBe(0)
  })

  it('that is frozen and wakes writes nothing more, and its readers go on with what the other one writes', async () => {
    const [first, second] = await two()
    const asker = await askAt(first.url, { message: `own: ${QUESTION}` })
    const other = await followAt(second.url, asker)
    await asker.has(10)
    first.child.kill('SIGSTOP')
    await expect.poll(() => types(other.events), { timeout: 15_000 }).toContain('reset-step')
    const resetAt = other.events.length
    first.child.kill('SIGCONT')
    expect(await Promise.all([asker.over, other.over])).toEqual([true, true])
    expectWhole(other.events)
    expect(asker.events).toEqual(other.events)
    // Nothing of the one that slept comes after the other one's beginning.
    expect(textOf(other.events.slice(resetAt))).not.toContain(`of ${first.child.pid}`)
    await expectStored(first.url, asker, other.events)
    const { rows } = await database.pool.query(
      'select epoch, status, lease_until is not null as leased from reviewguide.runs where run_id = $1',
      [runOf(asker)],
    )
    expect(rows).toEqual([{ epoch: 2, status: 'finished', leased: true }])
    // The one that woke works as before.
    expect((await askAt(first.url, { message: '1 word every 1 ms' })).status).toBe(200)
  })

  it.each([
    ['works', 0],
    ['is frozen', 1],
    ['was killed', 2],
  ])(
    'is stopped from another backend within a second while its own %s, and keeps what was written',
    async (_name, how) => {
      const [first, second] = await two()
      const asker = await askAt(first.url, { message: '200 words every 30 ms' })
      const other = await followAt(second.url, asker)
      await asker.has(14)
      if (how > 0) first.child.kill(how === 1 ? 'SIGSTOP' : 'SIGKILL')
      const asked = performance.now()
      expect(await (await stop(second.url, asker)).json()).toEqual({ stopped: true })
      expect(await other.over).toBe(true)
      expect(performance.now() - asked).toBeLessThan(1_000)
      expectWhole(other.events)
      expect(other.events.at(-1)?.part).toMatchObject({ type: 'finish', messageMetadata: { outcome: 'stopped' } })
      expect(textOf(other.events)).toMatch(/^word 1\. word 2\. /)
      await expectStored(second.url, asker, other.events)
      if (how === 1) first.child.kill('SIGCONT')
      expect(await (await stop(second.url, asker)).json()).toEqual({ stopped: false })
    },
  )

  it('is found by its Idempotency-Key at any backend, also after it was taken over', async () => {
    const [first, second] = await two()
    const key = { 'idempotency-key': randomUUID() }
    const asker = await askAt(first.url, { message: QUESTION }, key)
    const { cookie, chatId } = asker
    const body = { message: QUESTION, chatId }
    const again = await askAt(second.url, body, { ...key, cookie })
    await asker.has(10)
    const conflict = await askAt(second.url, body, { cookie })
    expect(conflict.status).toBe(409)
    first.child.kill('SIGKILL')
    expect(await again.over).toBe(true)
    expectWhole(again.events)
    expect(textOf(again.events)).toBe(WORDS)
    const after = await askAt(second.url, body, { ...key, cookie })
    await after.over
    expect(after.events).toEqual(again.events)
    expect(await stored(second.url, asker)).toMatchObject({ messages: { length: 2 } })
  })

  it('tells a reader whose place is not in the run that there is nothing, and continues at every other one', async () => {
    const [first, second] = await two()
    const asker = await askAt(first.url, { message: QUESTION })
    await asker.has(10)
    for (const { url } of [first, second]) {
      const reader = (more: { after?: number; run?: string }) => followAt(url, { ...asker, ...more })
      expect((await reader({ after: 900 })).status).toBe(204)
      expect((await reader({ after: 3, run: 'run_0000000000' })).status).toBe(204)
      expect((await reader({ after: -1 })).status).toBe(400)
      const rest = await reader({ after: 3, run: runOf(asker) })
      await rest.over
      expectWhole(rest.events, 4)
    }
    expect((await followAt(second.url, { ...asker, after: 900 })).status).toBe(204)
  })

  it('is not lost when all of them die: the next one to start finishes it', async () => {
    const first = await one()
    const asker = await askAt(first.url, { message: QUESTION })
    await asker.has(10)
    first.child.kill('SIGKILL')
    await first.exit
    const next = await one()
    const back = await followAt(next.url, { ...asker, after: asker.events.at(-1)?.id ?? 0 })
    expect(await back.over).toBe(true)
    expectWhole([...asker.events, ...back.events])
    expect(textOf([...asker.events, ...back.events])).toBe(WORDS)
  })
})
