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
import { type BackendProcess, startBackend } from '../../apps/backend/test/backend-process.ts'
import { createFrontTracing } from '../../apps/frontend/lib/front-tracing.ts'
import { createServerLog } from '../../apps/frontend/lib/server-log.ts'
import { startFront } from '../logs/front-before-backend.ts'
import { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from './otlp-receiver.ts'

const main = new URL('../../apps/backend/src/main.ts', import.meta.url)
const missing = noRedisServer()
if (missing) console.warn(`SKIPPED: one trace through all services, because ${missing}.`)

// Starting a process loads the whole workflow; on two busy cores that takes its time.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })
const patience = { timeout: 20_000 }

/** What a browser that is traced itself would send. */
const outer = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' }
const traceparent = `00-${outer.traceId}-${outer.spanId}-01`

const operations = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')

const email = 'zebedee@private.example'
const question = 'best earbuds for running under $100, asks Zebedee Quillfeather?'
const telltales = ['zebedee', 'quillfeather', 'marmalade', 'private.example', 'asks', 'krypton', 'osmium', 'neon']

describe.skipIf(missing)('a question', () => {
  let database: TestDatabase
  let redis: TestRedis
  let receiver: OtlpReceiver
  let backend: BackendProcess
  let front: Awaited<ReturnType<typeof startFront>>
  let closeFront: () => Promise<void>

  beforeAll(async () => {
    ;[database, redis, receiver] = await Promise.all([createTestDatabase(), startTestRedis(), startOtlpReceiver()])
    await seedCorpus(database.db, smallCorpus())
    const databaseUrl = new URL(database.url)
    databaseUrl.password ||= 'osmium'
    backend = await startBackend(main, {
      DATABASE_URL: databaseUrl.href,
      REDIS_URL: redis.url,
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_BSP_SCHEDULE_DELAY: '50',
    })
    const sampler = 'parentbased_always_on'
    const log = createServerLog({ logLevel: 'ERROR', logFormat: 'json' }, { write: () => {} })
    const tracing = createFrontTracing({ url: `${receiver.url}/v1/traces`, sampler, ratio: 1, delayMs: 50 }, log)
    front = await startFront(backend.url, log, tracing)
    closeFront = tracing.close
  })
  afterAll(async () => {
    backend?.child.kill('SIGKILL')
    front?.close()
    await closeFront?.()
    await Promise.all([database?.drop(), redis?.stop(), receiver?.close()])
  })

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(front.url + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'user-agent': 'krypton', cookie: 'a=neon', ...headers },
    })

  /** All spans of a question's trace, once those that hold the others have come: the run's and both services'. */
  async function spansOf(traceId: string): Promise<ReceivedSpan[]> {
    const ofTrace = () => receiver.spans.filter((span) => span.traceId === traceId)
    const last = () => ofTrace().filter(({ name, kind }) => name === 'run' || kind === 'server')
    await expect.poll(() => last().length, patience).toBe(3)
    return ofTrace()
  }

  it('is one trace, from the frontend through the run and each stage to SQL and Redis', async () => {
    const reply = await post('/v1/chat/stream', { message: question }, { traceparent })
    expect(await reply.text()).toContain('"type":"finish"')

    const spans = await spansOf(outer.traceId)
    const parentOf = (span: ReceivedSpan | undefined) => spans.find(({ spanId }) => spanId === span?.parentSpanId)
    const one = (service: string, name: string, kind: ReceivedSpan['kind']) => {
      const found = spans.filter((span) => span.service === service && span.name === name && span.kind === kind)
      expect([name, found.length]).toEqual([name, 1])
      return found[0]
    }

    const page = one('reviewguide-frontend', 'POST /v1/[...path]', 'server')
    expect(page?.parentSpanId).toBe(outer.spanId)
    const call = one('reviewguide-frontend', 'POST', 'client')
    expect(parentOf(call)).toBe(page)
    const request = one('reviewguide-backend', 'POST /v1/chat/stream', 'server')
    expect(parentOf(request)).toBe(call)
    expect(request?.attributes).toMatchObject({
      'http.request.method': 'POST',
      'http.route': '/v1/chat/stream',
      'http.response.status_code': 200,
    })
    const run = one('reviewguide-backend', 'run', 'internal')
    expect(parentOf(run)).toBe(request)
    expect(run?.attributes['reviewguide.request.id']).toBe(reply.headers.get('x-request-id'))
    expect(run?.attributes['reviewguide.run.id']).toBe(reply.headers.get('x-run-id'))
    for (const stage of Stage.options) {
      const span = one('reviewguide-backend', `stage ${stage}`, 'internal')
      expect([stage, parentOf(span)]).toEqual([stage, run])
      expect(span?.attributes['reviewguide.stage.outcome']).toBe('done')
    }

    const belowOf = (system: string, parent: string) =>
      spans.filter((span) => span.attributes['db.system.name'] === system && parentOf(span)?.name === parent)
    // The question is counted and stored for the request, searched for by the stages, and its end is the run's.
    expect(belowOf('redis', 'POST /v1/chat/stream').map(({ name }) => name)).toContain('EVALSHA')
    expect(belowOf('postgresql', 'POST /v1/chat/stream').map(({ name }) => name)).toContain('INSERT chats')
    expect(belowOf('redis', 'stage search').map(({ name }) => name)).toContain('GET')
    expect(belowOf('postgresql', 'stage search').length).toBeGreaterThan(0)
    expect(belowOf('postgresql', 'stage evidence').length).toBeGreaterThan(0)
    expect(belowOf('redis', 'run').length).toBeGreaterThan(0)
    expect(belowOf('postgresql', 'run').map(({ name }) => name)).toContain('UPDATE runs')
    for (const span of spans.filter(({ kind, service }) => kind === 'client' && service === 'reviewguide-backend')) {
      expect(span.attributes['server.address']).toBe('127.0.0.1')
      // A script that Redis does not know yet is sent whole.
      if (span.failed) expect([span.name, span.attributes['error.type']]).toEqual(['EVALSHA', 'NOSCRIPT'])
    }
    // Work of our own has names of its own, and the operations page has them all.
    const own = spans.filter(({ kind }) => kind === 'internal').map(({ name }) => name)
    expect(own.filter((name) => !operations.includes(`\`${name}\``))).toEqual([])
    // Nothing hangs in the air: every span has its parent in the trace, but for the outermost.
    expect(spans.filter((span) => !parentOf(span))).toEqual([page])
  })

  it('that is traced by nobody before begins a trace', async () => {
    await (await post('/v1/chat/stream', { message: 'hi' })).text()
    const theirs = () =>
      receiver.spans.find(({ name, traceId }) => name === 'POST /v1/chat/stream' && traceId !== outer.traceId)
    await expect.poll(theirs, patience).toBeDefined()
    const spans = await spansOf(theirs()?.traceId ?? '')
    const [first] = spans.filter(({ parentSpanId }) => parentSpanId === undefined)
    expect(first).toMatchObject({ service: 'reviewguide-frontend', kind: 'server', name: 'POST /v1/[...path]' })
  })

  it('leaves no word of it in any trace, nor what people are known by, nor a secret', async () => {
    const person = { email, name: 'Zebedee Quillfeather', password: 'marmalade-horse-battery' }
    const signUp = await post('/v1/auth/sign-up', person)
    expect(signUp.status).toBe(200)
    const cookie = signUp.headers.getSetCookie().map((each) => each.split(';')[0] ?? '')
    await (await post('/v1/auth/sign-in', person)).text()
    const asked = await post('/v1/chat/stream', { message: question }, { cookie: cookie.join('; ') })
    const chatId = asked.headers.get('x-chat-id')
    await asked.text()
    const get = async (path: string) =>
      (await fetch(front.url + path, { headers: { cookie: cookie.join('; ') } })).text()
    await get('/v1/items?query=neon')
    await get('/v1/chats?q=krypton')
    await get(`/v1/chats/${chatId}`)
    await get(`/v1/neon/${email}`)
    await get('/v1/auth/me')
    await expect.poll(() => receiver.spans.filter(({ name }) => name === 'GET /v1/auth/me'), patience).toHaveLength(1)
    const sent = receiver.bodies.join('').toLowerCase()
    const secrets = cookie.map((each) => each.split('=')[1] ?? '').filter(Boolean)
    expect(secrets.length).toBeGreaterThan(0)
    expect([...telltales, ...secrets.map((each) => each.toLowerCase())].filter((word) => sent.includes(word))).toEqual(
      [],
    )
    expect(sent).toContain('insert accounts')
  })

  it('has the only traces: what a load balancer asks, and what a backend does for itself, begins none', async () => {
    for (const path of ['/health', '/health/ready']) await (await fetch(backend.url + path)).text()
    const before = receiver.bodies.length
    await (await post('/v1/chat/stream', { message: 'hi' })).text()
    await expect.poll(() => receiver.bodies.length, patience).toBeGreaterThan(before + 1)
    const begun = receiver.spans.filter(({ parentSpanId }) => parentSpanId === undefined)
    expect(begun.filter(({ service }) => service === 'reviewguide-backend')).toEqual([])
    expect(receiver.spans.filter(({ name }) => name.includes('health'))).toEqual([])
  })
})
