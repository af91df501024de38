import { type ServerResponse, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { FRONT_DOOR } from './client-address.ts'
import { createFrontServer } from './front-server.ts'
import { createServerLog } from './server-log.ts'

const ending: (() => unknown)[] = []
afterEach(() => {
  for (const end of ending.splice(0)) end()
  Reflect.deleteProperty(globalThis, FRONT_DOOR)
})

type Answer = (response: ServerResponse, requestId: unknown) => void

/** The server before an answer, its log at the level that writes least. */
async function start(answer: Answer) {
  const lines: Record<string, unknown>[] = []
  const log = createServerLog(
    { logLevel: 'ERROR', logFormat: 'json' },
    { write: (line) => void lines.push(JSON.parse(line)) },
  )
  const server = createFrontServer({
    log,
    proxyHops: 0,
    routeOf: () => '/some/[pattern]',
    handle: async ({ headers }, response) => answer(response, headers['x-request-id']),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ending.push(() => server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, lines }
}

const runId = 'run_0123456789abcdef'
const chatId = 'cht_0123456789abcdef'
const events = [
  { type: 'start', messageId: 'msg_0123456789' },
  { type: 'data-run', data: { runId, chatId } },
  { type: 'text-delta', id: 't', delta: 'says "finish", é' },
  { type: 'data-error', data: { code: 'run_timeout' } },
  { type: 'error', errorText: 'late' },
]
const stream = `: alive\n\n${events.map((part, n) => `id: ${n + 1}\ndata: ${JSON.stringify(part)}\n\n`).join('')}data: [DONE]\n\n`

describe('the line of a request', () => {
  it('is written whatever level is asked for, under the id that backend and client get', async () => {
    let passedOn: unknown
    const { url, lines } = await start((response, requestId) => {
      passedOn = requestId
      response.statusCode = 404
      response.write('näh')
      response.end('!')
    })
    const reply = await fetch(`${url}/chat/ann?q=ann`, { headers: { 'x-request-id': 'trace-0123', cookie: 'a=ann' } })
    await expect.poll(() => lines).toHaveLength(1)
    expect(lines[0]).toEqual({
      level: 'INFO',
      time: expect.any(String),
      service: 'reviewguide-frontend',
      requestId: 'trace-0123',
      method: 'GET',
      route: '/some/[pattern]',
      status: 404,
      ms: expect.any(Number),
      bytes: 5,
      msg: 'request completed',
    })
    expect([passedOn, reply.headers.get('x-request-id')]).toEqual(['trace-0123', 'trace-0123'])
  })

  it('has an id of ours where the client has none that is one', async () => {
    const passedOn: unknown[] = []
    const { url, lines } = await start((response, requestId) => {
      passedOn.push(requestId)
      response.end()
    })
    await fetch(url, { headers: { 'x-request-id': '1 ms request completed' } })
    await fetch(url)
    await expect.poll(() => lines).toHaveLength(2)
    for (const { requestId } of lines) expect(requestId).toMatch(/^req_[0-9a-f]{32}$/)
    expect(lines.map(({ requestId }) => requestId)).toEqual(passedOn)
  })

  it('of a stream tells what it came to, however it was cut into pieces', async () => {
    const { url, lines } = await start((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'x-run-id': runId, 'x-chat-id': chatId })
      for (const byte of Buffer.from(stream)) response.write(Buffer.of(byte))
      response.end()
    })
    expect(await (await fetch(url)).text()).toBe(stream)
    await expect.poll(() => lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      runId,
      chatId,
      firstTextMs: expect.any(Number),
      events: events.length,
      bytes: Buffer.byteLength(stream),
      outcome: 'run_timeout',
    })
    expect(lines[0]).not.toHaveProperty('cutOff')
  })

  it('of a stream that its reader left says so', async () => {
    const { url, lines } = await start((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write('id: 1\ndata: {"type":"start"}\n\n')
    })
    send(url, (reply) => {
      reply.once('data', () => reply.destroy())
    }).end()
    await expect.poll(() => lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ outcome: 'left', events: 1, firstTextMs: null, cutOff: true })
  })
})
