import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ErrorBody } from '@reviewguide/contracts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { FRONT_DOOR } from './client-address.ts'
import { passToBackend } from './pass-to-backend.ts'
import { openProcessLog } from './process-log.ts'
import { openProcessTrace } from './process-trace.ts'

let backend: Server
let closed: Promise<void>

beforeAll(async () => {
  backend = createServer((request, response) => {
    if (request.url === '/v1/slow') {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write('id: 1\ndata: {}\n\n')
      closed = new Promise((resolve) => response.on('close', resolve))
      return
    }
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      response.writeHead(201, {
        'content-type': 'application/json',
        'set-cookie': ['a=1; Path=/', 'b=2; HttpOnly'],
        'x-request-id': 'r1',
      })
      response.end(JSON.stringify({ url: request.url, method: request.method, headers: request.headers, body }))
    })
  })
  await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve))
  process.env.BACKEND_URL = `http://127.0.0.1:${(backend.address() as AddressInfo).port}`
})

afterEach(() => {
  for (const key of [FRONT_DOOR, Symbol.for('reviewguide.trace')]) Reflect.deleteProperty(globalThis, key)
})
afterAll(() => void backend.close())

const ask = (path: string, init: RequestInit = {}) => passToBackend(new Request(`http://page.test${path}`, init))

describe('passToBackend', () => {
  it('passes method, path, query, body, status and every cookie on', async () => {
    const response = await ask('/v1/chats?cursor=x%20y', {
      method: 'POST',
      body: '{"a":1}',
      headers: { cookie: 's=1' },
    })
    expect(response.status).toBe(201)
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; HttpOnly'])
    expect(response.headers.get('x-request-id')).toBe('r1')
    expect(await response.json()).toMatchObject({
      url: '/v1/chats?cursor=x%20y',
      method: 'POST',
      body: '{"a":1}',
      headers: { cookie: 's=1' },
    })
  })

  it('believes nobody about the client where no front door stands', async () => {
    const response = await ask('/v1/x', {
      headers: { 'x-forwarded-for': '6.6.6.6', 'x-real-ip': '6.6.6.6', forwarded: 'for=6.6.6.6' },
    })
    const { headers } = (await response.json()) as { headers: Record<string, string> }
    expect(JSON.stringify(headers)).not.toContain('6.6.6.6')
  })

  it('passes on the address that the front door wrote', async () => {
    Object.assign(globalThis, { [FRONT_DOOR]: true })
    const response = await ask('/v1/x', { headers: { 'x-forwarded-for': '203.0.113.7' } })
    expect(await response.json()).toMatchObject({ headers: { 'x-forwarded-for': '203.0.113.7' } })
  })

  it("passes a trace of somebody else's on as it is where nothing is traced here", async () => {
    const response = await ask('/v1/x', { headers: { traceparent: 'theirs', tracestate: 'a=b' } })
    expect(await response.json()).toMatchObject({ headers: { traceparent: 'theirs', tracestate: 'a=b' } })
  })

  it('tells the backend which trace its call is a part of, and how that ended', async () => {
    const calls: unknown[] = []
    openProcessTrace({
      callBackend: (method, { pathname }, headers) => ({
        headers: { traceparent: `below ${headers.get('traceparent')}` },
        end: (outcome) => void calls.push([method, pathname, outcome]),
      }),
    })
    const response = await ask('/v1/x', { method: 'POST', headers: { traceparent: 'the request' } })
    expect(await response.json()).toMatchObject({ headers: { traceparent: 'below the request' } })
    const there = process.env.BACKEND_URL
    process.env.BACKEND_URL = 'http://127.0.0.1:9'
    await ask('/v1/away', { headers: { traceparent: 'the request' } })
    process.env.BACKEND_URL = there
    expect(calls).toEqual([
      ['POST', '/v1/x', { status: 201 }],
      ['GET', '/v1/away', { errorType: expect.any(String) }],
    ])
  })

  it('gives a stream as it comes, and tells the backend when the client leaves', async () => {
    const controller = new AbortController()
    const response = await ask('/v1/slow', { signal: controller.signal })
    expect(response.headers.get('cache-control')).toBe('no-cache, no-transform')
    const reader = response.body?.getReader()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('id: 1\ndata: {}\n\n')
    controller.abort()
    await closed
  })

  it('says that the backend is away in the one error shape, and in the log without the address that was asked for', async () => {
    const there = process.env.BACKEND_URL
    const unused = createServer().listen(0, '127.0.0.1')
    await once(unused, 'listening')
    process.env.BACKEND_URL = `http://127.0.0.1:${(unused.address() as AddressInfo).port}`
    unused.close()
    await once(unused, 'close')
    const logged: unknown[] = []
    openProcessLog({ error: (fields, text) => void logged.push({ ...fields, text }) })
    const response = await ask('/v1/chats/cht_0123456789', { headers: { 'x-request-id': 'trace-0123' } })
    process.env.BACKEND_URL = there
    expect(response.status).toBe(503)
    expect(ErrorBody.parse(await response.json()).error).toMatchObject({ code: 'too_busy', requestId: 'trace-0123' })
    expect(response.headers.get('x-request-id')).toBe('trace-0123')
    expect(logged).toEqual([{ requestId: 'trace-0123', code: 'ECONNREFUSED', text: 'the backend is away' }])
  })
})
