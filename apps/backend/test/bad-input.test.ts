import { ErrorBody } from '@reviewguide/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf } from './read-stream.ts'
import { startApp } from './start-app.ts'

let started: Awaited<ReturnType<typeof startApp>>
beforeAll(async () => {
  started = await startApp()
})
afterAll(() => started.app.close())

const json = { 'content-type': 'application/json' }
const part = (text: unknown) => ({ role: 'user', parts: [{ type: 'text', text }] })
const uuid = '3f2b8a52-95c5-4f1a-9a53-0d5f6f6f2f11'

describe('a question that cannot be one', () => {
  it.each<[string, string | Buffer, Record<string, string>, number, string]>([
    ['empty', '{"message":""}', json, 400, 'invalid_request'],
    ['whitespace', JSON.stringify({ message: ' \n\t\u00a0\u2003' }), json, 400, 'invalid_request'],
    ['invisible', JSON.stringify({ message: '\u200b\u200d\ufeff' }), json, 400, 'invalid_request'],
    ['4,001 characters', JSON.stringify({ message: 'x'.repeat(4001) }), json, 400, 'invalid_request'],
    ['4,001 UTF-16 units', JSON.stringify({ message: `x${'😀'.repeat(2000)}` }), json, 400, 'invalid_request'],
    ['a NUL', '{"message":"a\\u0000b"}', json, 400, 'invalid_request'],
    ['a lone surrogate', '{"message":"a\\ud800b"}', json, 400, 'invalid_request'],
    ['over 1 MB', JSON.stringify({ message: 'x'.repeat(1024 * 1024) }), json, 413, 'body_too_large'],
    ['binary', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), json, 400, 'malformed_json'],
    [
      'binary by its type',
      Buffer.from([1, 2, 3]),
      { 'content-type': 'application/octet-stream' },
      415,
      'unsupported_media_type',
    ],
    ['a form', 'message=hi', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported_media_type'],
    ['text that is JSON', '{"message":"hi"}', { 'content-type': 'text/plain' }, 415, 'unsupported_media_type'],
    ['without a type', '{"message":"hi"}', { 'content-type': '' }, 415, 'unsupported_media_type'],
    ['malformed JSON', '{"message":', json, 400, 'malformed_json'],
    ['no body', '', json, 400, 'invalid_request'],
    ['a prototype', '{"message":"hi","__proto__":{"admin":true}}', json, 400, 'malformed_json'],
    ['a number', '{"message":42}', json, 400, 'invalid_request'],
    ['an array', '["hi"]', json, 400, 'invalid_request'],
    ['null', 'null', json, 400, 'invalid_request'],
    ['a string', '"hi"', json, 400, 'invalid_request'],
    ['an unknown field', '{"message":"hi","model":"x"}', json, 400, 'invalid_request'],
    ['deeply nested', `{"message":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, json, 400, 'invalid_request'],
    ['an unknown chat', '{"message":"hi","chatId":"cht_0000000000"}', json, 404, 'not_found'],
    ['an unknown UUID as chatId', JSON.stringify({ message: 'hi', chatId: uuid }), json, 404, 'not_found'],
    ['a chat id that none can be', '{"message":"hi","chatId":"../../etc"}', json, 404, 'not_found'],
    ['a chat id of a wrong type', '{"message":"hi","chatId":7}', json, 400, 'invalid_request'],
    ['useChat: no messages', JSON.stringify({ id: uuid, messages: [] }), json, 400, 'invalid_request'],
    [
      'useChat: no user message',
      JSON.stringify({ id: uuid, messages: [{ ...part('hi'), role: 'assistant' }] }),
      json,
      400,
      'invalid_request',
    ],
    ['useChat: an empty message', JSON.stringify({ id: uuid, messages: [part(' ')] }), json, 400, 'invalid_request'],
    [
      'useChat: a long message',
      JSON.stringify({ id: uuid, messages: [part('x'.repeat(4001))] }),
      json,
      400,
      'invalid_request',
    ],
    ['useChat: text of a wrong type', JSON.stringify({ id: uuid, messages: [part({})] }), json, 400, 'invalid_request'],
    [
      'useChat: an id that is no UUID',
      JSON.stringify({ id: 'abc', messages: [part('hi')] }),
      json,
      400,
      'invalid_request',
    ],
    [
      'useChat: an unknown chat of ours',
      JSON.stringify({ id: 'cht_0000000000', messages: [part('hi')] }),
      json,
      404,
      'not_found',
    ],
    [
      'useChat: an unknown field',
      JSON.stringify({ id: uuid, messages: [part('hi')], system: 'x' }),
      json,
      400,
      'invalid_request',
    ],
  ])('%s', async (_name, payload, headers, status, code) => {
    const reply = await started.app.inject({ method: 'POST', url: '/v1/chat/stream', payload, headers })
    expect([reply.statusCode, ErrorBody.parse(reply.json()).error.code]).toEqual([status, code])
    expect(reply.json().error.requestId).toBe(reply.headers['x-request-id'])
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(cookieOf(reply.headers)).toBe('')
    expect([started.chats.chatIds.size, started.chats.runs.size, started.workflow.inputs.length]).toEqual([0, 0, 0])
  })

  it('names what is wrong in the form that was meant', async () => {
    const reply = await started.app.inject({
      method: 'POST',
      url: '/v1/chat/stream',
      payload: { id: uuid, messages: 'hi' },
    })
    expect(reply.json().error.details).toEqual([{ path: '/messages', message: expect.any(String) }])
  })
})

describe('a longest question', () => {
  it.each([
    ['x'.repeat(4000)],
    ['😀'.repeat(2000)],
    ["Robert'); DROP TABLE chats; --"],
    ['<script>alert(1)</script> **bold**'],
    ['日本語?'],
  ])('%.20s is taken as it is', async (message) => {
    const { app, workflow } = await startApp()
    const reply = await app.inject({ method: 'POST', url: '/v1/chat/stream', payload: { message } })
    expect(reply.statusCode).toBe(200)
    expect(workflow.inputs[0]?.question).toBe(message)
    await app.close()
  })
})

describe('a request that another site sends', () => {
  const send = (headers: Record<string, string>, method: 'POST' | 'GET' = 'POST') =>
    started.app.inject({
      method,
      url: '/v1/chat/cht_0000000000/stop',
      headers: { host: 'reviews.example', ...headers },
    })

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://reviews.example' }],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://other.example' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'https://reviews.example.evil.example' }],
  ])('with %j is refused', async (headers) => {
    const reply = await send(headers)
    expect([reply.statusCode, reply.json().error.code]).toEqual([403, 'cross_site'])
  })

  it.each([
    [{}],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: 'https://reviews.example' }],
    [{ origin: 'https://page.example', 'x-forwarded-host': 'page.example' }],
  ])('and is its own, with %j, goes through', async (headers) => {
    expect((await send(headers)).statusCode).toBe(404)
  })
})

describe('addresses and methods', () => {
  it.each([
    ['GET', '/v1/nothing', 404, 'not_found'],
    ['GET', '/v1/items/nonsense', 404, 'not_found'],
    ['GET', '/v1/items/%zz', 404, 'not_found'],
    ['PUT', '/v1/chats', 405, 'method_not_allowed'],
    ['GET', '/v1/chat/stream', 405, 'method_not_allowed'],
    ['GET', '/v1/items?limit=0', 400, 'invalid_request'],
    ['GET', '/v1/items?limit=1000', 400, 'invalid_request'],
    ['GET', '/v1/items?kind=animal', 400, 'invalid_request'],
    ['GET', '/v1/items?q=%00', 400, 'invalid_request'],
    ['GET', '/v1/items?q=a&q=b', 400, 'invalid_request'],
    ['GET', '/v1/compare', 400, 'invalid_request'],
    ['GET', '/v1/compare?items=itm_0000000001', 400, 'invalid_request'],
  ] as const)('%s %s is %d', async (method, url, status, code) => {
    const reply = await started.app.inject({ method, url })
    expect([reply.statusCode, reply.json().error.code]).toEqual([status, code])
    expect(reply.headers['x-request-id']).toBeTruthy()
  })

  it('keep a sane request id of the client and replace any other', async () => {
    const idOf = async (id: string) =>
      (await started.app.inject({ url: '/health', headers: { 'x-request-id': id } })).headers['x-request-id']
    expect(await idOf('trace-0123456789')).toBe('trace-0123456789')
    for (const id of ['short', 'with space and more', '{"level":"error"}', 'x'.repeat(101)])
      expect(await idOf(id)).toMatch(/^req_/)
  })
})
