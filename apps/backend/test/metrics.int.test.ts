import { readFileSync } from 'node:fs'
import { Stage } from '@reviewguide/contracts'
import {
  createTestDatabase,
  noRedisServer,
  seedCorpus,
  smallCorpus,
  startTestRedis,
  type TestDatabase,
  type TestRedis,
} from '@reviewguide/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type BackendProcess, freePort, startBackend, startProcess } from './backend-process.ts'
import { scrape } from './read-metrics.ts'
import { askOver } from './start-process.ts'

const main = new URL('../src/main.ts', import.meta.url)
const slow = new URL('./processes/slow-backend.ts', import.meta.url)
const missing = noRedisServer()
if (missing) console.warn(`SKIPPED: metrics over real requests, because ${missing}.`)

// Starting a process loads the whole workflow; on two busy cores that takes its time.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })
const patience = { timeout: 20_000 }

const question = { message: 'best earbuds for running under $100?' }

describe.skipIf(missing)('what Prometheus is told', () => {
  let database: TestDatabase
  let redis: TestRedis
  const running: BackendProcess[] = []

  beforeAll(async () => {
    ;[database, redis] = await Promise.all([createTestDatabase(), startTestRedis()])
    await seedCorpus(database.db, smallCorpus())
  })
  afterAll(async () => {
    for (const { child } of running) child.kill('SIGKILL')
    await Promise.all([database?.drop(), redis?.stop()])
  })

  async function start(file: URL, env: Record<string, string> = {}) {
    const port = await freePort()
    const shared = { DATABASE_URL: database.url, REDIS_URL: redis.url, METRICS_PORT: String(port) }
    const backend = await startBackend(file, { ...shared, ...env })
    running.push(backend)
    return { ...backend, port, metrics: () => scrape(port) }
  }

  it('moves with what people do, in every family that is listed', async () => {
    const { url, metrics, port } = await start(main, { RATE_LIMIT_ASK_ADDRESS: '30/600', CHAT_MESSAGES: '2' })
    const before = await metrics()
    const get = async (path: string, headers: Record<string, string> = {}) =>
      (await fetch(url + path, { headers })).text()
    const lookups = 'reviewguide_cache_lookups_total'
    /** Does it until the cache had it: one that is slow to answer, or to be told, is passed over. */
    const untilFound = (cache: string, act: () => Promise<unknown>) =>
      expect
        .poll(async () => {
          await act()
          return (await metrics()).value(lookups, { cache, result: 'hit' })
        }, patience)
        .toBeGreaterThan(0)

    let answers = 0
    const ask = async (headers: Record<string, string> = {}) => {
      const reply = await askOver(url, question, headers)
      expect(reply.status).toBe(200)
      answers += 1
      return reply
    }
    const { cookie, chatId } = await ask()
    await untilFound('search', () => ask({ cookie }))
    await untilFound('chat_history', () => get(`/v1/chats/${chatId}`, { cookie }))
    await get('/v1/items/none')
    const signUp = await fetch(`${url}/v1/auth/sign-up`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'ann@example.com', name: 'Ann', password: 'correct horse battery' }),
    })
    const session = signUp.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    await untilFound('sessions', () => get('/v1/auth/me', { cookie: session }))
    // The chat is full; each try counts as a question until those are too many.
    const tries: number[] = []
    while (tries.at(-1) !== 429) tries.push((await askOver(url, { ...question, chatId }, { cookie })).status)
    const full = tries.length - 1
    expect(tries.filter((status) => status === 409)).toHaveLength(full)

    const refused = { status: '4xx', route: '/v1/chat/stream' }
    await expect
      .poll(async () => (await metrics()).value('reviewguide_http_requests_total', refused), patience)
      .toBe(tries.length)
    const after = await metrics()
    const moved = (name: string, labels?: Record<string, string>) =>
      after.value(name, labels) - before.value(name, labels)
    const asked = { route: '/v1/chat/stream', method: 'POST', status: '2xx' }
    expect(moved('reviewguide_http_requests_total', asked)).toBe(answers)
    expect(moved('reviewguide_http_request_duration_seconds_count', asked)).toBe(answers)
    expect(moved('reviewguide_http_request_duration_seconds_sum', asked)).toBeGreaterThan(0)
    expect(moved('reviewguide_http_requests_total', { route: '/v1/items/:id', status: '4xx' })).toBe(1)
    expect(moved('reviewguide_first_text_seconds_count')).toBe(answers)
    for (const stage of Stage.options) {
      const done = moved('reviewguide_stage_duration_seconds_count', { stage, outcome: 'done' })
      expect([stage, done]).toEqual([stage, answers])
    }
    expect(moved('reviewguide_stage_duration_seconds_sum')).toBeGreaterThan(0)
    expect(moved('reviewguide_run_duration_seconds_count')).toBe(answers)
    expect(moved(lookups, { cache: 'search' })).toBe(answers)
    for (const cache of ['search', 'chat_history']) expect(moved(lookups, { cache, result: 'miss' })).toBeGreaterThan(0)
    expect(moved('reviewguide_runs_refused_total', { reason: 'chat_full' })).toBe(full)
    expect(moved('reviewguide_requests_refused_total', { kind: 'address', use: 'ask' })).toBe(1)
    expect(moved('reviewguide_database_connections', { pool: 'main' })).toBeGreaterThan(0)
    expect(after.value('reviewguide_runs_active_most')).toBe(64)
    expect(moved('process_cpu_seconds_total')).toBeGreaterThan(0)
    // Counted anew from each time that somebody asked.
    await expect
      .poll(async () => (await metrics()).value('nodejs_eventloop_lag_max_seconds'), patience)
      .toBeGreaterThan(0)

    const names = [...after.families.keys()]
    const own = (name: string) => name.startsWith('reviewguide_')
    // Elsewhere a process cannot be seen as well as on Linux.
    const [told, list] = process.platform === 'linux' ? [names, listed()] : [names.filter(own), listed().filter(own)]
    expect(told.toSorted()).toEqual(list.toSorted())
    for (const path of ['/', '/health', '/metrics/x'])
      expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(404)
    expect((await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST' })).status).toBe(405)
    expect((await fetch(`${url}/metrics`)).status).toBe(404)
  })

  it('tells what is under way: streams, runs, and who got no run', async () => {
    const { url, metrics } = await start(slow, { RUNS_AT_ONCE_GUEST: '1' })
    const { cookie } = await askOver(url, { message: '1 word every 1 ms' })
    const answer = askOver(url, { message: '120 words every 40 ms' }, { cookie })
    const [streams, runs] = ['reviewguide_streams_open', 'reviewguide_runs_active']
    await expect.poll(async () => (await metrics()).value(streams ?? ''), patience).toBe(1)
    expect((await metrics()).value(runs ?? '')).toBe(1)
    expect(await askOver(url, { message: 'and this?' }, { cookie })).toMatchObject({ status: 429 })
    await answer
    await expect.poll(async () => (await metrics()).value(streams ?? ''), patience).toBe(0)
    const after = await metrics()
    expect(after.value(runs ?? '')).toBe(0)
    expect(after.value('reviewguide_runs_refused_total', { reason: 'too_many_runs' })).toBe(1)
  })

  it('has no series for what only clients know: addresses, methods, headers', async () => {
    const { url, metrics } = await start(main)
    const strange = async (n: number) => {
      const send = (path: string, method: string) =>
        fetch(`${url}${path}`, { method, headers: { 'user-agent': `agent-${n}`, 'x-request-id': `request-${n}-id` } })
      const replies = await Promise.all([
        send(`/nothing/${n}`, 'GET'),
        send(`/v1/items/itm_${n}?q=${n}`, 'GET'),
        send(`/%${n}zz`, 'GET'),
        send(`/v1/${n}`, n % 2 === 0 ? 'PROPFIND' : 'DELETE'),
      ])
      for (const reply of replies) await reply.text()
    }
    for (const n of [0, 1]) await strange(n)
    const seriesOf = async () => [...(await metrics()).series.keys()].filter((key) => key.startsWith('reviewguide_'))
    await expect.poll(async () => (await metrics()).value('reviewguide_http_requests_total'), patience).toBe(8)
    const before = await seriesOf()
    for (let n = 2; n < 252; n += 1) await strange(n)
    await expect.poll(async () => (await metrics()).value('reviewguide_http_requests_total'), patience).toBe(8 + 1000)
    expect(await seriesOf()).toEqual(before)
  })

  it('is served nowhere without METRICS_PORT, ends with the app, and names the variable when the port is taken', async () => {
    const { child, exit, port } = await start(main)
    const taken = startProcess(main, { DATABASE_URL: database.url, APP_PORT: '0', METRICS_PORT: String(port) })
    expect(await taken.exit).toBe(1)
    expect(taken.output()).toContain(`METRICS_PORT: port ${port} is in use by another program`)
    child.kill('SIGTERM')
    expect(await exit).toBe(0)
    await expect(scrape(port)).rejects.toThrow()
    const without = await startBackend(main, { DATABASE_URL: database.url, METRICS_PORT: '' })
    running.push(without)
    expect((await fetch(`${without.url}/metrics`)).status).toBe(404)
  })
})

/** The metrics that the operations page lists. */
function listed(): string[] {
  const page = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8')
  const [, section = ''] = page.split('\n### Metrics\n')
  const [table = ''] = section.split('\n### ')
  return [...table.matchAll(/`((?:reviewguide|nodejs|process)_\w+)`/g)].flatMap(([, name]) => name ?? [])
}
