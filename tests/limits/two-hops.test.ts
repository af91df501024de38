import { createServer, type IncomingMessage, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInProcessRateLimiter } from '@reviewguide/adapters/cache'
import { afterEach, describe, expect, it } from 'vitest'
import { startApp } from '../../apps/backend/test/start-app.ts'
import { FRONT_DOOR } from '../../apps/frontend/lib/client-address.ts'
import { openFrontDoor, sayWhoAsks } from '../../apps/frontend/lib/front-door.ts'
import { passToBackend } from '../../apps/frontend/lib/pass-to-backend.ts'

const ending: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ending.splice(0).toReversed()) await end()
  Reflect.deleteProperty(globalThis, FRONT_DOOR)
})

/** The page's server before a real backend, over two real connections; Next alone is left out between what `server.ts` and the route handler do. */
async function startBoth({ proxyHops = 0, trustedProxies = ['loopback'] } = {}): Promise<string> {
  const none = { guest: null, account: null, session: null, address: null }
  const limits = { any: { ...none, address: { requests: 2, windowMs: 60_000 } }, ask: none }
  const { app } = await startApp({ trustedProxies, rateLimit: { limiter: createInProcessRateLimiter(), limits } })
  ending.push(() => app.close())
  process.env.BACKEND_URL = await app.listen({ port: 0, host: '127.0.0.1' })
  ending.push(() => delete process.env.BACKEND_URL)

  openFrontDoor()
  const front = createServer((request, response) => {
    sayWhoAsks(request, proxyHops)
    void passToBackend(asFetched(request)).then(async (answer) => {
      response.writeHead(answer.status, Object.fromEntries(answer.headers))
      response.end(await answer.text())
    })
  })
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
  ending.push(() => front.close())
  return `http://127.0.0.1:${(front.address() as AddressInfo).port}`
}

function asFetched({ url, headers }: IncomingMessage): Request {
  const all = new Headers()
  for (const [name, value] of Object.entries(headers)) all.set(name, [value].flat().join(', '))
  return new Request(`http://page.test${url}`, { headers: all })
}

/** A plain client, which may send any header; from any of the machine's own addresses. */
function ask(origin: string, headers: Record<string, string | string[]>, localAddress = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    send(`${origin}/v1/overview`, { headers, localAddress, agent: false }, (reply) => {
      reply.resume()
      reply.on('end', () => resolve(reply.statusCode ?? 0))
    })
      .on('error', reject)
      .end()
  })
}

const claims: Record<string, string | string[]>[] = [
  { 'x-forwarded-for': '203.0.113.1' },
  { 'x-forwarded-for': ['203.0.113.2', '203.0.113.3'] },
  { 'x-forwarded-for': '2001:db8::1, 127.0.0.1' },
  { 'x-real-ip': '203.0.113.4' },
  { forwarded: 'for=203.0.113.5' },
  { 'x-forwarded-for': '203.0.113.6', connection: 'x-forwarded-for' },
  { 'X-FORWARDED-FOR': '203.0.113.7' },
]

describe('a browser that claims another address, through both hops', () => {
  it('is still the one who connects', async () => {
    const origin = await startBoth()
    await ask(origin, {})
    await ask(origin, {})
    const statuses = []
    for (const claim of claims) statuses.push(await ask(origin, claim))
    expect(statuses).toEqual(claims.map(() => 429))
    // Somebody else, who connects from elsewhere, is not touched by that.
    expect(await ask(origin, {}, '127.0.0.2')).toBe(200)
  })

  it('cannot use up what another address is allowed', async () => {
    const origin = await startBoth()
    for (let n = 0; n < 5; n += 1) await ask(origin, { 'x-forwarded-for': '127.0.0.2' })
    expect(await ask(origin, {}, '127.0.0.2')).toBe(200)
  })

  it('is the one whom our load balancer saw, behind one', async () => {
    const origin = await startBoth({ proxyHops: 1 })
    // The load balancer writes the last entry, the browser those before.
    const through = (claim: string, real: string) => ask(origin, { 'x-forwarded-for': `${claim}${real}` })
    expect(await through('', '198.51.100.7')).toBe(200)
    expect(await through('203.0.113.8, ', '198.51.100.7')).toBe(200)
    expect(await through('203.0.113.9, 127.0.0.1, ', '198.51.100.7')).toBe(429)
    expect(await through('198.51.100.7, ', '198.51.100.8')).toBe(200)
  })

  it('shares the limit of the page where the backend does not trust the page: too strict, and never too lax', async () => {
    const origin = await startBoth({ trustedProxies: ['10.9.8.7'] })
    expect(await ask(origin, {})).toBe(200)
    expect(await ask(origin, {}, '127.0.0.2')).toBe(200)
    expect(await ask(origin, { 'x-forwarded-for': '203.0.113.1' }, '127.0.0.3')).toBe(429)
  })
})
