import type { ChildProcess } from 'node:child_process'
import { ChatDetail } from '@reviewguide/contracts'
import { createTestDatabase, type TestDatabase } from '@reviewguide/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { asked, types } from './ask.ts'
import { startBackend, startProcess } from './backend-process.ts'
import { cookieOf } from './read-stream.ts'
import { tcpGate } from './tcp-gate.ts'

const main = new URL('../src/main.ts', import.meta.url)

// Starting a process loads the whole workflow; on two busy cores that takes its time.
vi.setConfig({ testTimeout: 60_000 })

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** The backend as a process of its own, with what it wrote. */
function start(env: Record<string, string>) {
  const started = startProcess(main, env)
  children.push(started.child)
  return started
}

async function ready(env: Record<string, string> = {}) {
  const started = await startBackend(main, { DATABASE_URL: database.url, ...env })
  children.push(started.child)
  return started
}

const ask = async (url: string, message: string, headers: Record<string, string> = {}) => {
  const reply = await fetch(`${url}/v1/chat/stream`, {
    method: 'POST',
    body: JSON.stringify({ message }),
    headers: { 'content-type': 'application/json', ...headers },
  })
  return asked(reply.status, cookieOf(reply.headers), await reply.text())
}

describe('the backend as a process', () => {
  it('says when it is ready, answers from its database, and ends on SIGTERM', async () => {
    const { url, child, exit, output } = await ready()
    expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ status: 'ready' })
    const { events, cookie, chatId } = await ask(url, 'hi')
    expect(types(events).at(-1)).toBe('finish')
    const chat = ChatDetail.parse(await (await fetch(`${url}/v1/chats/${chatId}`, { headers: { cookie } })).json())
    expect(chat.messages).toHaveLength(2)
    child.kill('SIGTERM')
    expect(await exit).toBe(0)
    for (const line of output().trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('level')
  })

  it('ends when whoever started it has gone', async () => {
    const { child, exit } = await ready()
    child.disconnect()
    expect(await exit).toBe(0)
  })

  it('lives without its database, says so by name, and recovers by itself', async () => {
    const { hostname, port } = new URL(database.url)
    const gate = await tcpGate({ host: hostname, port: Number(port || 5432) })
    const through = new URL(database.url)
    through.hostname = '127.0.0.1'
    through.port = String(gate.port)
    const { url } = await ready({ DATABASE_URL: through.href })
    expect((await ask(url, 'hi')).status).toBe(200)

    gate.shut()
    expect((await fetch(`${url}/health`)).status).toBe(200)
    const notReady = await fetch(`${url}/health/ready`)
    expect([notReady.status, await notReady.json()]).toEqual([
      503,
      expect.objectContaining({
        checks: [
          { name: 'database', ok: false },
          { name: 'cache', ok: true },
        ],
      }),
    ])
    const refused = await ask(url, 'hi')
    expect([refused.status, JSON.parse(refused.body).error.code]).toEqual([503, 'database_unavailable'])

    await gate.open()
    await expect.poll(async () => (await ask(url, 'hi')).status, { timeout: 10_000 }).toBe(200)
    expect((await fetch(`${url}/health/ready`)).status).toBe(200)
    gate.shut()
  })

  it('starts without its database as well', async () => {
    const { url } = await ready({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
    expect((await fetch(`${url}/health`)).status).toBe(200)
    expect((await fetch(`${url}/health/ready`)).status).toBe(503)
  })

  it('frees the chats of a process that was killed', async () => {
    const first = await ready()
    const { cookie, chatId } = await ask(first.url, 'hi')
    const owner = cookie.split('=')[1]?.split('.')[0]
    await database.pool.query(
      `insert into reviewguide.runs (run_id, chat_id, owner, answer_id, status) values ('run_killed000000', $1, $2, 'msg_killed000000', 'active')`,
      [chatId, owner],
    )
    first.child.kill('SIGKILL')
    const second = await ready()
    const again = await fetch(`${second.url}/v1/chat/stream`, {
      method: 'POST',
      body: JSON.stringify({ message: 'again', chatId }),
      headers: { 'content-type': 'application/json', cookie },
    })
    expect(again.status).toBe(200)
    await again.text()
  })

  it('refuses a wrong configuration with all its mistakes, and a port in use, each in words', async () => {
    const wrong = start({ APP_PORT: 'x', DATABASE_URL: 'mysql://user:hunter2@db', LOG_LEVEL: 'loud' })
    expect(await wrong.exit).toBe(1)
    expect(wrong.output()).toMatch(/APP_PORT.*\n.*LOG_LEVEL.*\n.*DATABASE_URL/)
    expect(wrong.output()).not.toContain('hunter2')

    const { url } = await ready()
    const taken = start({ APP_PORT: new URL(url).port, DATABASE_URL: database.url })
    expect(await taken.exit).toBe(1)
    expect(taken.output()).toContain(`Port ${new URL(url).port} is in use`)
  })
})
