import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { createInProcessRunLog } from '@reviewguide/adapters/cache'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ids } from '../src/ids.ts'
import { ask, asked, textOf, types } from './ask.ts'
import { answered, answerParts, endless } from './scripted-workflow.ts'
import { type StartOptions, startApp } from './start-app.ts'

const open: FastifyInstance[] = []
const start = async (options: StartOptions = {}) => {
  const started = await startApp(options)
  open.push(started.app)
  return started
}
afterEach(async () => {
  for (const app of open.splice(0)) await app.close()
})

const uuid = '3f2b8a52-95c5-4f1a-9a53-0d5f6f6f2f11'
const resume = async (app: FastifyInstance, chatId: string, headers: Record<string, string>) => {
  const reply = await app.inject({ url: `/v1/chat/${chatId}/stream`, headers })
  return asked(reply.statusCode, '', reply.body)
}

/** A guest with a chat, and a run in it that writes for `ms` milliseconds. */
async function running(ms: number, options: StartOptions = {}) {
  const started = await start(options)
  const { cookie, chatId } = await ask(started.app, { message: 'first' })
  started.workflow.current = async (_input, { emit }) => {
    for (const part of answerParts(['One ', 'two ', 'three.'])) {
      emit(part)
      await sleep(ms / 9)
    }
    return answered
  }
  return { ...started, cookie, chatId }
}

describe('coming back to a run', () => {
  it('without Last-Event-ID replays it from its start, and goes on', async () => {
    const { app, cookie, chatId } = await running(400)
    const whole = ask(app, { message: 'second', chatId }, { cookie })
    await sleep(120)
    const replay = await resume(app, chatId, { cookie })
    expect(replay.events).toEqual((await whole).events)
    expect(replay.done).toBe(true)
  })

  it('after any event gives exactly the rest, and nothing after one that is not there yet', async () => {
    const log = createInProcessRunLog()
    const { app, cookie, chats } = await running(40, { log })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 40 }), async (after, wait) => {
        const id = randomUUID()
        const whole = ask(app, { id, messages: [{ role: 'user', parts: [{ type: 'text', text: 'hi' }] }] }, { cookie })
        await vi.waitFor(() => expect([...chats.chatIds]).toContain(id), { interval: 1 })
        await sleep(wait)
        const runId = [...chats.runs.values()].at(-1)?.runId ?? expect.unreachable()
        const before = await log.last(runId)
        const resumed = resume(app, id, { cookie, 'last-event-id': String(after) })
        await sleep(5)
        const soonAfter = await log.last(runId)
        const rest = await resumed
        const { events } = await whole
        if (after <= before && after < events.length) expect(rest.status).toBe(200)
        if (after > soonAfter) expect(rest.status).toBe(204)
        if (rest.status === 200) expect(rest.events).toEqual(events.slice(after))
        expect(rest.done).toBe(rest.status === 200)
      }),
      { numRuns: 25 },
    )
  }, 20_000)

  it('a moment after its end gives what was missed, and 204 when nothing was', async () => {
    const { app } = await start()
    const { events, cookie, chatId } = await ask(app, { message: 'hi' })
    for (let after = 0; after < events.length; after += 1) {
      expect((await resume(app, chatId, { cookie, 'last-event-id': String(after) })).events).toEqual(
        events.slice(after),
      )
    }
    expect((await resume(app, chatId, { cookie, 'last-event-id': String(events.length) })).status).toBe(204)
    expect((await resume(app, chatId, { cookie })).status).toBe(204)
  })

  it.each(['-1', 'abc', '1.5', ' ', '99999999999999999999'])(
    'with the bad Last-Event-ID "%s" is refused',
    async (id) => {
      const { app } = await start()
      const { cookie, chatId } = await ask(app, { message: 'hi' })
      expect((await resume(app, chatId, { cookie, 'last-event-id': id })).status).toBe(400)
    },
  )

  it('of somebody else looks like one of nobody', async () => {
    const { app } = await start()
    const { chatId } = await ask(app, { message: 'mine' })
    const { cookie } = await ask(app, { message: 'not mine' })
    expect((await resume(app, chatId, { cookie })).status).toBe(404)
    expect((await resume(app, 'cht_0000000000', { cookie })).status).toBe(404)
    expect((await resume(app, chatId, {})).status).toBe(404)
  })
})

describe('another message while a run is active', () => {
  it('gets 409, and stores nothing', async () => {
    const { app, cookie, chatId } = await running(400)
    const first = ask(app, { message: 'second', chatId }, { cookie })
    await sleep(120)
    const reply = await app.inject({
      method: 'POST',
      url: '/v1/chat/stream',
      payload: { message: 'third', chatId },
      headers: { cookie },
    })
    expect([reply.statusCode, reply.json().error.code]).toEqual([409, 'run_active'])
    await first
    const { messages } = (await app.inject({ url: `/v1/chats/${chatId}`, headers: { cookie } })).json()
    expect(messages.map(({ role }: { role: string }) => role)).toEqual(['user', 'assistant', 'user', 'assistant'])
  })

  it('gets through when the active run is one whose process died', async () => {
    const { app, chats } = await start()
    const { cookie, chatId } = await ask(app, { message: 'first' })
    const { end: _, ...run } = chats.runs.values().next().value ?? expect.unreachable()
    const leftBehind = ids.run()
    const question = { ...run.question, messageId: ids.message() }
    await chats.beginRun({ ...run, runId: leftBehind, question, answerId: ids.message() })
    expect((await ask(app, { message: 'second', chatId }, { cookie })).status).toBe(200)
    expect(chats.runs.get(leftBehind)?.end).toMatchObject({ status: 'failed', errorCode: 'run_interrupted' })
  })
})

describe('the same Idempotency-Key', () => {
  it('gets the run it already started, from its start, while it goes on and after it', async () => {
    const { app, cookie, chatId, workflow } = await running(400)
    const headers = { cookie, 'idempotency-key': 'key-1' }
    const first = ask(app, { message: 'second', chatId }, headers)
    await sleep(120)
    const during = await ask(app, { message: 'second', chatId }, headers)
    const after = await ask(app, { message: 'second', chatId }, headers)
    const { events } = await first
    expect(during.events).toEqual(events)
    expect(after.events).toEqual(events)
    expect(workflow.inputs).toHaveLength(2)
  })

  it('gets the stored answer when the live events are gone', async () => {
    const { app } = await start({ log: createInProcessRunLog({ maxSize: 0 }) })
    const key = { 'idempotency-key': 'key-1' }
    const first = await ask(app, { id: uuid, messages: [{ role: 'user', parts: [{ type: 'text', text: 'hi' }] }] }, key)
    const again = await ask(app, { message: 'hi', chatId: uuid }, { ...key, cookie: first.cookie })
    expect(types(again.events).slice(0, 3)).toEqual(['start', 'data-run', 'start-step'])
    expect(types(again.events).at(-1)).toBe('finish')
    const [begin] = first.events
    expect(again.events[0]?.part).toMatchObject({
      messageId: begin?.part.type === 'start' ? begin.part.messageId : 'none',
    })
    expect(textOf(again.events)).toBe(textOf(first.events))
  })

  it('of another guest is another key', async () => {
    const { app, workflow } = await start()
    await ask(app, { message: 'hi' }, { 'idempotency-key': 'key-1' })
    await ask(app, { message: 'hi' }, { 'idempotency-key': 'key-1' })
    expect(workflow.inputs).toHaveLength(2)
  })

  it.each(['', 'two words', 'x'.repeat(201)])('that cannot be one ("%s") is refused', async (key) => {
    const { app } = await start()
    expect((await ask(app, { message: 'hi' }, { 'idempotency-key': key })).status).toBe(400)
  })
})

describe('stop', () => {
  const stop = (app: FastifyInstance, chatId: string, cookie: string) =>
    app.inject({ method: 'POST', url: `/v1/chat/${chatId}/stop`, headers: { cookie } })

  it.each([
    ['obeys', endless],
    [
      'ignores its signal',
      ((_input, { emit }) => (
        emit({ type: 'text-start', id: 't' }),
        emit({ type: 'text-delta', id: 't', delta: 'word 1' }),
        new Promise(() => {})
      )) as typeof endless,
    ],
  ])('ends a run that %s in finish, and keeps what was written', async (_name, script) => {
    const { app, workflow, chats } = await start()
    const { cookie, chatId } = await ask(app, { message: 'first' })
    workflow.current = script
    const answer = ask(app, { message: 'second', chatId }, { cookie })
    await vi.waitFor(() => expect(chats.runs.size).toBe(2))
    await sleep(40)
    const reply = await stop(app, chatId, cookie)
    expect([reply.statusCode, reply.json()]).toEqual([200, { stopped: true }])
    // The reply comes when all is stored.
    const chat = (await app.inject({ url: `/v1/chats/${chatId}`, headers: { cookie } })).json()
    const { events } = await answer
    expect(types(events).slice(-3)).toEqual(['text-end', 'finish-step', 'finish'])
    expect(events.at(-1)?.part).toMatchObject({ messageMetadata: { outcome: 'stopped' } })
    expect(textOf(events)).toContain('word 1')
    expect(chat).toMatchObject({ active: false })
    expect(chat.messages.at(-1)).toMatchObject({ metadata: { outcome: 'stopped' } })
    expect(chat.messages.at(-1).parts.at(-1)).toMatchObject({ type: 'text', text: textOf(events), state: 'done' })
  })

  it('of a chat that is not answering changes nothing', async () => {
    const { app } = await start()
    const { cookie, chatId } = await ask(app, { message: 'hi' })
    expect((await stop(app, chatId, cookie)).json()).toEqual({ stopped: false })
  })
})
