import { Me } from '@reviewguide/contracts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type AccountApp, type AccountApps, accountApps } from './account-app.ts'
import type { Browser } from './browser.ts'
import { tcpGate } from './tcp-gate.ts'

const redisUrl = process.env.REDIS_URL
if (!redisUrl) console.warn('Skipped: sessions without Redis or Postgres, because REDIS_URL is not set.')

const password = 'correct horse battery'
const SESSION = 'reviewguide_session'
let made = 0
const newEmail = () => `away${made++}@example.com`

vi.setConfig({ testTimeout: 60_000 })

describe.skipIf(!redisUrl)('sessions', () => {
  let apps: AccountApps
  let here: AccountApp
  let there: AccountApp
  beforeAll(async () => {
    apps = await accountApps(redisUrl ?? '')
    here = await apps.start()
    there = await apps.start()
  })
  afterAll(() => apps.close())

  const signUp = async (browser: Browser, email = newEmail()) => {
    const reply = await browser.send('POST', '/v1/auth/sign-up', { email, password })
    expect(reply.statusCode).toBe(200)
    return email
  }
  const kindOf = async (browser: Browser) => Me.parse((await browser.send('GET', '/v1/auth/me')).json()).kind
  const tokenOf = (browser: Browser) => browser.cookies.get(SESSION)?.split('.')[0] ?? ''
  const sessionKeys = async () => {
    const client = here.redis?.client()
    return client && !('nodes' in client) ? client.keys(`${apps.prefix}session:*`) : []
  }
  const throughGate = async (address: string, defaultPort: number) => {
    const target = new URL(address)
    const gate = await tcpGate({ host: target.hostname, port: Number(target.port || defaultPort) })
    target.hostname = '127.0.0.1'
    target.port = String(gate.port)
    return { gate, url: target.href }
  }

  it('cost two round trips to Redis when they are cached and when they are not, and Postgres nothing when they are', async () => {
    const browser = here.browser()
    await signUp(browser)
    const client = here.redis?.client() ?? expect.unreachable()
    const sent = vi.spyOn(client, 'sendCommand')
    const queries = vi.spyOn(apps.database.pool, 'query')
    expect((await here.accounts.checkSession(tokenOf(browser)))?.account).toBeDefined()
    expect(sent.mock.calls.map(([command]) => command.name)).toEqual(['get', 'get'])
    sent.mockClear()
    await there.redis?.client().del(...(await sessionKeys()))
    sent.mockClear()
    expect((await here.accounts.checkSession(tokenOf(browser)))?.account).toBeDefined()
    expect(sent.mock.calls.map(([command]) => command.name)).toEqual(['get', 'eval'])
    sent.mockClear()
    expect(await kindOf(browser)).toBe('account')
    expect(sent.mock.calls.map(([command]) => command.name)).toEqual(['get', 'get'])
    expect(queries).not.toHaveBeenCalled()
    sent.mockRestore()
    queries.mockRestore()
  })

  it('are all there when Redis has lost everything, and can be ended all the same', async () => {
    const [browser, other] = [here.browser(), there.browser()]
    const email = await signUp(browser)
    await other.send('POST', '/v1/auth/sign-in', { email, password })
    await here.redis?.client().del(...(await sessionKeys()))
    expect(await kindOf(browser)).toBe('account')
    expect(await kindOf(other.at(here.app))).toBe('account')
    // What was cached again is in no list of the library's: everywhere still means everywhere.
    expect((await sessionKeys()).filter((key) => key.includes('active-sessions'))).toEqual([])
    await browser.send('POST', '/v1/auth/sign-out-everywhere')
    expect(await kindOf(other.copy())).toBe('nobody')
    expect(await kindOf(other.at(here.app))).toBe('nobody')
  })

  it('go on while Redis is away, end there, and do not come back with it', async () => {
    const { gate, url } = await throughGate(redisUrl ?? '', 6379)
    const cut = await apps.start({ redisUrl: url })
    const [browser, other] = [cut.browser(), cut.browser()]
    const email = await signUp(browser)
    await other.send('POST', '/v1/auth/sign-in', { email, password })
    expect(await kindOf(browser.at(there.app))).toBe('account')

    gate.shut()
    expect(await kindOf(browser)).toBe('account')
    const late = cut.browser()
    expect((await late.send('POST', '/v1/auth/sign-in', { email, password })).statusCode).toBe(200)
    expect(await kindOf(late)).toBe('account')
    const copy = browser.copy()
    expect((await browser.send('POST', '/v1/auth/sign-out')).statusCode).toBe(204)
    expect(await kindOf(copy.at(cut.app).copy())).toBe('nobody')

    await gate.open()
    // The cached copy is still there; the backend that could not remove it does so as soon as it can.
    await expect.poll(() => kindOf(copy.copy().at(there.app)), { timeout: 15_000 }).toBe('nobody')
    expect(await kindOf(copy.copy().at(cut.app))).toBe('nobody')
    expect(await kindOf(other)).toBe('account')
    expect(await kindOf(late.at(there.app))).toBe('account')
    gate.shut()
  })

  it('are said to be out of reach while Postgres is away, and nobody is signed out by that', async () => {
    const { gate, url } = await throughGate(apps.database.url, 5432)
    const cut = await apps.start({ databaseUrl: url })
    const [browser, uncached] = [cut.browser(), cut.browser()]
    const email = await signUp(browser)
    await uncached.send('POST', '/v1/auth/sign-in', { email, password })
    await here.redis?.client().del(`${apps.prefix}session:${tokenOf(uncached)}`)
    gate.shut()
    expect(await kindOf(browser)).toBe('account')
    const codeOf = async (sent: ReturnType<Browser['send']>) => {
      const reply = await sent
      return [reply.statusCode, reply.json().error.code, reply.headers['retry-after']]
    }
    const away = [503, 'database_unavailable', '2']
    expect(await codeOf(uncached.send('GET', '/v1/auth/me'))).toEqual(away)
    expect(uncached.cookies.has(SESSION)).toBe(true)
    for (const [path, body] of [
      ['sign-in', { email, password }],
      ['sign-up', { email: newEmail(), password }],
      ['password/forgot', { email }],
      ['password/reset', { token: 'a'.repeat(32), newPassword: password }],
    ] as const) {
      expect([path, ...(await codeOf(cut.browser().send('POST', `/v1/auth/${path}`, body)))]).toEqual([path, ...away])
    }
    for (const [path, body] of [
      ['sign-out', undefined],
      ['sign-out-everywhere', undefined],
      ['password', { currentPassword: password, newPassword: 'another one for me' }],
    ] as const) {
      const copy = browser.copy()
      const reply = await copy.send('POST', `/v1/auth/${path}`, body)
      expect([path, reply.statusCode, reply.json().error?.code]).toEqual([path, 503, 'database_unavailable'])
    }
    const key = await cut.browser({ 'x-api-key': `rgk_${'a'.repeat(43)}` }).send('GET', '/v1/auth/me')
    expect(key.statusCode).toBe(503)

    await gate.open()
    await expect.poll(async () => (await uncached.send('GET', '/v1/auth/me')).statusCode, { timeout: 15_000 }).toBe(200)
    expect(await kindOf(uncached)).toBe('account')
    expect((await cut.browser().send('POST', '/v1/auth/sign-in', { email, password })).statusCode).toBe(200)
    gate.shut()
  })

  it('are renewed a day after they were last, in Postgres, in the cache and in the cookie', async () => {
    const browser = here.browser()
    await signUp(browser)
    const token = tokenOf(browser)
    const age = (days: number) =>
      apps.database.pool.query(
        `update reviewguide.sessions set updated_at = now() - $2::interval, expires_at = now() - $2::interval + interval '30 days' where token = $1`,
        [token, `${days} days`],
      )
    const endOf = async () => {
      const { rows } = await apps.database.pool.query(
        'select expires_at - now() as left from reviewguide.sessions where token = $1',
        [token],
      )
      return rows[0].left.days
    }
    const uncache = () => here.redis?.client().del(`${apps.prefix}session:${token}`)
    await age(0.9)
    await uncache()
    expect((await browser.send('GET', '/v1/auth/me')).headers['set-cookie']).toBeUndefined()
    await age(10)
    await uncache()
    const reply = await browser.send('GET', '/v1/auth/me')
    expect(String(reply.headers['set-cookie'])).toContain('Max-Age=2592000')
    expect(await endOf()).toBeGreaterThanOrEqual(29)
    expect((await browser.send('GET', '/v1/auth/me')).headers['set-cookie']).toBeUndefined()
  })
})
