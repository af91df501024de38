import { REQUEST_COMPLETED } from '@reviewguide/contracts'
import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { createLogger } from '../src/logger.ts'
import { ask } from './ask.ts'
import { answered } from './scripted-workflow.ts'
import { type StartOptions, startApp } from './start-app.ts'

const apps: FastifyInstance[] = []
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

/** The app with a log that writes errors alone. */
async function start(options: StartOptions = {}, logFormat: 'json' | 'text' = 'json') {
  const written: string[] = []
  const logger = createLogger({ logLevel: 'error', logFormat }, { write: (line) => void written.push(line.trimEnd()) })
  const { app } = await startApp({ ...options, logger })
  apps.push(app)
  return { app, written, lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

describe('the line of a request', () => {
  it('is written whatever level is asked for, in either form', async () => {
    // Over real connections, which end as they should.
    const getHealth = async (app: FastifyInstance) =>
      fetch(`${await app.listen({ port: 0, host: '127.0.0.1' })}/health`, { headers: { 'x-request-id': 'trace-0123' } })
    const { app, written, lines } = await start()
    await getHealth(app)
    await expect.poll(() => written).toHaveLength(1)
    expect(lines()).toEqual([
      {
        level: 'INFO',
        time: expect.any(String),
        service: 'reviewguide-backend',
        requestId: 'trace-0123',
        method: 'GET',
        route: '/health',
        status: 200,
        ms: expect.any(Number),
        msg: REQUEST_COMPLETED,
      },
    ])
    const inWords = await start({}, 'text')
    await getHealth(inWords.app)
    await expect.poll(() => inWords.written).toHaveLength(1)
    expect(inWords.written).toEqual([
      expect.stringMatching(
        /^[\d.]+ ms request completed level=INFO time=\S+Z service=reviewguide-backend requestId=trace-0123 method=GET route=\/health status=200$/,
      ),
    ])
  })

  it('is one for each request, also for what has no address that can be read, and for what has none of ours', async () => {
    const { app, lines } = await start()
    for (const url of ['/%zz', '/v1/ann@example.com', '/v1/items/ann?category=ann']) await app.inject({ url })
    expect(lines().map(({ msg, route, status }) => [msg, route, status])).toEqual([
      [REQUEST_COMPLETED, 'unknown', 404],
      [REQUEST_COMPLETED, 'unknown', 404],
      [REQUEST_COMPLETED, '/v1/items/:id', 404],
    ])
    expect(JSON.stringify(lines())).not.toContain('ann')
  })

  it('stays INFO where we failed: the failure has a line of its own under the same id', async () => {
    const overview = () => Promise.reject(new Error('secret words'))
    const { app, lines } = await start({ catalogue: { overview } })
    await app.inject({ url: '/v1/overview', headers: { 'x-request-id': 'trace-0123' } })
    expect(lines().map(({ level, msg, requestId }) => [level, msg, requestId])).toEqual([
      ['ERROR', 'request failed', 'trace-0123'],
      ['INFO', REQUEST_COMPLETED, 'trace-0123'],
    ])
    expect(JSON.stringify(lines())).not.toContain('secret')
  })

  it('tells which run and chat it was about, and of a stream what it came to', async () => {
    const { app, lines } = await start()
    const { chatId, cookie, body } = await ask(app, { message: 'hi' })
    await app.inject({ url: `/v1/chats/${chatId}`, headers: { cookie } })
    await app.inject({ url: `/v1/chat/${chatId}/stream`, headers: { cookie, 'last-event-id': '3' } })
    const events = (body.match(/^id: /gm) ?? []).length
    const runId = /run_\w+/.exec(body)?.[0]
    const [asked, read, resumed] = lines()
    const stream = { runId, chatId, firstTextMs: expect.any(Number), bytes: expect.any(Number), outcome: 'answered' }
    expect(asked).toMatchObject({ ...stream, events })
    expect(read).toMatchObject({ chatId, route: '/v1/chats/:chatId' })
    expect(read).not.toHaveProperty('runId')
    expect(resumed).toMatchObject({ ...stream, events: events - 3 })
  })

  it('of a stream without text has no time to it, and names how it ended', async () => {
    const { app, lines } = await start({ script: async () => answered })
    await ask(app, { message: 'hi' })
    expect(lines()).toMatchObject([{ firstTextMs: null, outcome: 'answered' }])
    const failing = await start({ script: () => Promise.reject(new Error('secret words')) })
    await ask(failing.app, { message: 'hi' })
    expect(failing.lines().at(-1)).toMatchObject({ msg: REQUEST_COMPLETED, status: 200, outcome: 'internal' })
  })
})
