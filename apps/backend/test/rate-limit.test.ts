import { createInProcessRateLimiter } from '@reviewguide/adapters/cache'
import { ErrorBody, RateLimitDetails } from '@reviewguide/contracts'
import type { RateLimiter } from '@reviewguide/workflow/ports'
import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import type { Allowance, Allowances } from '../src/limits-config.ts'
import { cookieOf } from './read-stream.ts'
import { type StartOptions, startApp } from './start-app.ts'

const none: Allowances = { guest: null, account: null, session: null, address: null }
const per = (requests: number, windowMs = 60_000): Allowance => ({ requests, windowMs })
const open: FastifyInstance[] = []

async function start(
  any: Partial<Allowances>,
  ask: Partial<Allowances> = {},
  { limiter = createInProcessRateLimiter(), ...options }: StartOptions & { limiter?: RateLimiter } = {},
) {
  const limits = { any: { ...none, ...any }, ask: { ...none, ...ask } }
  const started = await startApp({ rateLimit: { limiter, limits }, ...options })
  open.push(started.app)
  return started.app
}
afterEach(async () => {
  for (const app of open.splice(0)) await app.close()
})

const read = (app: FastifyInstance, headers: Record<string, string> = {}, url = '/v1/overview') =>
  app.inject({ url, headers })
const ask = (app: FastifyInstance, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/v1/chat/stream', payload: { message: 'hi' }, headers })
const from = (address: string) => ({ 'x-forwarded-for': address })

describe('a limit', () => {
  it('is told in headers with each answer, and in words when it is met', async () => {
    const app = await start({ address: per(3, 90_000) })
    const states = []
    for (let n = 0; n < 3; n += 1) states.push((await read(app)).headers)
    expect(states.map((headers) => headers['ratelimit-remaining'])).toEqual(['2', '1', '0'])
    expect(states[0]).toMatchObject({
      'ratelimit-limit': '3',
      'ratelimit-reset': '90',
      'ratelimit-policy': '"address";q=3;w=90',
    })
    const before = Date.now()
    const refused = await read(app)
    expect(refused.statusCode).toBe(429)
    const { error } = ErrorBody.parse(refused.json())
    expect(error.code).toBe('rate_limited')
    const details = RateLimitDetails.parse(error.details)
    expect(details).toMatchObject({ kind: 'address', limit: 3, windowSeconds: 90 })
    const waitMs = Date.parse(details.retryAt) - before
    expect(waitMs).toBeGreaterThan(85_000)
    expect(waitMs).toBeLessThanOrEqual(90_100)
    expect(Number(refused.headers['retry-after'])).toBe(90)
    // As safe as any other answer of ours.
    expect(refused.headers).toMatchObject({ 'ratelimit-remaining': '0', 'x-content-type-options': 'nosniff' })
  })

  it('ends when it said: waiting for Retry-After is enough, waiting less is not', async () => {
    let now = 1_000
    const limiter = createInProcessRateLimiter({ clock: () => now })
    const app = await start({ address: per(2, 10_000) }, {}, { limiter })
    await read(app)
    now += 3_300
    await read(app)
    now += 200
    const wait = Number((await read(app)).headers['retry-after'])
    expect(wait).toBe(7)
    now += (wait - 1) * 1000
    expect((await read(app)).statusCode).toBe(429)
    now += 1000
    expect((await read(app)).statusCode).toBe(200)
    // The second request is still in the window.
    expect((await read(app)).headers['retry-after']).toBe('3')
  })

  it('names the window that has room last when several are full', async () => {
    const app = await start({ address: per(1, 5_000) }, { address: per(1, 60_000) })
    await ask(app)
    const refused = await ask(app)
    expect(refused.json().error.details).toMatchObject({ windowSeconds: 60 })
    expect(refused.headers['retry-after']).toBe('60')
    expect(refused.headers['ratelimit-policy']).toBe('"address";q=1;w=5, "ask-address";q=1;w=60')
  })

  it('is stricter for asking: who has asked too much may still read', async () => {
    const app = await start({ address: per(50) }, { address: per(2) })
    expect((await ask(app)).headers['ratelimit-remaining']).toBe('1')
    await ask(app)
    expect((await ask(app)).statusCode).toBe(429)
    expect((await read(app)).statusCode).toBe(200)
  })

  it('stands in the head of a stream as well', async () => {
    const app = await start({ address: per(50) })
    const reply = await ask(app)
    expect(reply.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'ratelimit-remaining': '49',
    })
  })

  it('is not for health and documentation', async () => {
    const app = await start({ address: per(1) })
    for (const url of ['/health', '/health/ready', '/openapi.json', '/docs/']) {
      for (let n = 0; n < 3; n += 1) {
        const reply = await app.inject(url)
        expect(reply.statusCode).toBe(200)
        expect(reply.headers).not.toHaveProperty('ratelimit-limit')
      }
    }
  })

  it.each(['/v1/nowhere', '/%761/overview', '/v1/%6fverview', '/v1/overview?x=1', '/v1/chats'])(
    'is for %s too, however it is spelled',
    async (url) => {
      const app = await start({ address: per(1) })
      await read(app)
      expect((await read(app, {}, url)).statusCode).toBe(429)
    },
  )

  it('counts methods that an address does not take', async () => {
    const app = await start({ address: per(1) })
    expect((await app.inject({ method: 'PUT', url: '/v1/overview' })).statusCode).toBe(405)
    expect((await read(app)).statusCode).toBe(429)
  })

  it('says so when this backend counts for itself', async () => {
    const inProcess = createInProcessRateLimiter()
    const limiter: RateLimiter = { take: async (charges) => ({ ...(await inProcess.take(charges)), shared: false }) }
    const app = await start({ address: per(1) }, {}, { limiter })
    expect((await read(app)).headers['x-ratelimit-scope']).toBe('this-server')
    expect((await read(app)).headers['x-ratelimit-scope']).toBe('this-server')
    expect((await read(await start({ address: per(1) }))).headers).not.toHaveProperty('x-ratelimit-scope')
  })
})

describe('whom a request is counted for', () => {
  it('is the guest, by the cookie that we signed', async () => {
    const app = await start({ guest: per(2) })
    const cookie = cookieOf((await ask(app)).headers)
    await read(app, { cookie })
    await read(app, { cookie })
    expect((await read(app, { cookie })).json().error.details.kind).toBe('guest')
    // Another guest is another.
    const other = cookieOf((await ask(app)).headers)
    expect((await read(app, { cookie: other })).statusCode).toBe(200)
    // Nobody becomes another by forging.
    expect((await read(app, { cookie: cookie.replace('gst_', 'gst_x') })).headers).not.toHaveProperty('ratelimit-limit')
  })

  it('is the address as well, so that dropping the cookie dodges nothing for long', async () => {
    const app = await start({}, { guest: per(2), address: per(5) })
    const statuses = []
    // A new guest each time: never more than one question of each.
    for (let n = 0; n < 7; n += 1) statuses.push((await ask(app)).statusCode)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect((await ask(app, from('198.51.100.9'))).statusCode).toBe(200)
  })

  it('is a network of IPv6, of which anybody has many addresses', async () => {
    const app = await start({ address: per(1) })
    expect((await read(app, from('2001:db8:7:7::1'))).statusCode).toBe(200)
    expect((await read(app, from('2001:db8:7:7:aaaa::2'))).statusCode).toBe(429)
    expect((await read(app, from('2001:db8:7:8::1'))).statusCode).toBe(200)
  })

  it('is the address that a trusted proxy saw, whatever stands before it', async () => {
    const app = await start({ address: per(1) })
    expect((await read(app, from('203.0.113.5'))).statusCode).toBe(200)
    for (const forged of ['1.1.1.1, 203.0.113.5', '127.0.0.1, 203.0.113.5', 'unknown, 203.0.113.5'])
      expect((await read(app, from(forged))).statusCode).toBe(429)
  })

  it('is the one who connects where nobody is trusted, whatever they claim', async () => {
    const app = await start({ address: per(1) }, {}, { trustedProxies: ['10.9.8.0/24'] })
    expect((await read(app, from('203.0.113.1'))).statusCode).toBe(200)
    const claims: Record<string, string>[] = [
      from('203.0.113.2'),
      { 'x-real-ip': '203.0.113.3' },
      { forwarded: 'for=203.0.113.4' },
    ]
    for (const claim of claims) expect((await read(app, claim)).statusCode).toBe(429)
  })

  it('is told in the log, once, when a header is not believed: it may be a proxy that nobody named', async () => {
    const limits = { any: { ...none, address: per(9) }, ask: none }
    const { app, lines } = await startApp({
      rateLimit: { limiter: createInProcessRateLimiter(), limits },
      trustedProxies: ['10.9.8.0/24'],
    })
    open.push(app)
    const warnings = () => lines.filter(({ msg }) => String(msg).includes('TRUSTED_PROXIES'))
    await read(app)
    // The page and its reader on one machine.
    await read(app, from('127.0.0.1'))
    expect(warnings()).toHaveLength(0)
    await read(app, from('203.0.113.1'))
    await read(app, from('203.0.113.2'))
    expect(warnings()).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toContain('203.0.113')
  })
})
