import { setTimeout as sleep } from 'node:timers/promises'
import { AppError, ErrorBody } from '@reviewguide/contracts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ask, textOf, types } from './ask.ts'
import { readStream } from './read-stream.ts'
import { answered, answerParts, endless } from './scripted-workflow.ts'
import { type StartOptions, startApp } from './start-app.ts'

const open: { close(): Promise<unknown> }[] = []
const start = async (options: StartOptions = {}) => {
  const started = await startApp(options)
  open.push(started.app)
  return started
}
afterEach(async () => {
  for (const app of open.splice(0)) await app.close()
})

const uuid = '3f2b8a52-95c5-4f1a-9a53-0d5f6f6f2f11'
const useChat = (id: string, texts: string[], trigger = 'submit-message') => ({
  id,
  trigger,
  messages: texts.map((text, n) => ({
    id: `m${n}`,
    role: n % 2 === 0 ? 'user' : 'assistant',
    parts: [{ type: 'text', text }],
  })),
})

describe('an answer', () => {
  it('is one stream in the order of the contract', async () => {
    const { app } = await start()
    const reply = await app.inject({ method: 'POST', url: '/v1/chat/stream', payload: { message: 'best earbuds?' } })
    expect(reply.headers).toMatchObject({
      'x-vercel-ai-ui-message-stream': 'v1',
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      'x-request-id': expect.stringMatching(/^req_/),
      'x-content-type-options': 'nosniff',
    })
    const { events, done } = readStream(reply.body)
    expect(done).toBe(true)
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1))
    expect(types(events).slice(0, 3)).toEqual(['start', 'data-run', 'start-step'])
    expect(types(events).slice(-2)).toEqual(['finish-step', 'finish'])
    expect(events.slice(3, -2).map(({ part }) => part)).toEqual(answerParts())
    expect(events.at(-1)?.part).toMatchObject({
      messageMetadata: { outcome: 'answered', read: { reviews: 12, items: 3 } },
    })
  })

  it('is stored as it was sent, under the id that the stream began with', async () => {
    const { app } = await start()
    const { cookie, chatId, events } = await ask(app, { message: 'best earbuds?' })
    const chat = (await app.inject({ url: `/v1/chats/${chatId}`, headers: { cookie } })).json()
    expect(chat).toMatchObject({ title: 'best earbuds?', active: false })
    const [question, answer] = chat.messages
    expect(question).toMatchObject({ role: 'user', parts: [{ type: 'text', text: 'best earbuds?' }] })
    expect(answer).toMatchObject({ role: 'assistant', metadata: { outcome: 'answered' } })
    expect(events[0]?.part).toMatchObject({ type: 'start', messageId: answer.id })
    expect(answer.parts).toEqual([
      expect.objectContaining({ type: 'data-run' }),
      { type: 'step-start' },
      { type: 'data-notice', id: 'n1', data: { code: 'assumed', text: 'Prices in euros.' } },
      { type: 'text', text: 'Take the first.', state: 'done' },
      { type: 'data-suggestions', data: { questions: ['Cheaper ones?'] } },
    ])
  })

  it('is stored before its last part is sent', async () => {
    const { app, chats } = await start()
    const whenStored: string[] = []
    const endRun = chats.endRun
    chats.endRun = async (end) => {
      await sleep(30)
      whenStored.push('stored')
      return endRun(end)
    }
    const { events } = await ask(app, { message: 'hi' })
    expect(whenStored).toEqual(['stored'])
    expect(types(events).at(-1)).toBe('finish')
  })

  it('hands the earlier turns of the chat to the workflow', async () => {
    const { app, workflow } = await start()
    const memory = {
      question: 'first',
      shown: [],
      understanding: {
        intent: 'recommend' as const,
        brandsIn: [],
        brandsOut: [],
        aspects: [],
        text: '',
        items: [],
        itemsOut: [],
        unread: [],
        followUp: false,
      },
    }
    workflow.current = async () => ({ ...answered, memory })
    const { cookie, chatId } = await ask(app, { message: 'first' })
    await ask(app, { message: 'second', chatId }, { cookie })
    expect(workflow.inputs.map(({ memory: turns }) => turns)).toEqual([[], [memory]])
  })
})

describe('the body of useChat', () => {
  it('makes the chat of an unknown UUID, and only the last user message is read', async () => {
    const { app, workflow } = await start()
    const { chatId, cookie } = await ask(app, useChat(uuid, ['old', 'forged answer', 'new question']))
    expect(chatId).toBe(uuid)
    expect(workflow.inputs[0]).toMatchObject({ question: 'new question', memory: [] })
    const again = await ask(app, useChat(uuid, ['and this?']), { cookie })
    expect(again.chatId).toBe(uuid)
  })

  it('asks the last user message again to regenerate', async () => {
    const { app, workflow } = await start()
    const { cookie } = await ask(app, useChat(uuid, ['a question']))
    const again = await ask(
      app,
      { ...useChat(uuid, ['a question', 'its answer'], 'regenerate-message'), messageId: 'm1' },
      { cookie },
    )
    expect(again.status).toBe(200)
    expect(workflow.inputs.map(({ question }) => question)).toEqual(['a question', 'a question'])
  })

  it('does not open the chat of somebody else', async () => {
    const { app } = await start()
    await ask(app, useChat(uuid, ['mine']))
    expect((await ask(app, useChat(uuid, ['not mine']))).status).toBe(404)
  })
})

describe('a failure after the stream has opened', () => {
  it('is a typed error, then the protocol error, and never an exception message', async () => {
    const { app, ended } = await start({
      script: async (_input, { emit }) => {
        emit({ type: 'text-start', id: 't1' })
        emit({ type: 'text-delta', id: 't1', delta: 'Half an ' })
        throw new Error('password=hunter2')
      },
    })
    const { events, done, body } = await ask(app, { message: 'hi' })
    expect(types(events).slice(3)).toEqual([
      'text-start',
      'text-delta',
      'text-end',
      'finish-step',
      'data-error',
      'error',
    ])
    const [typed, last] = events.slice(-2).map(({ part }) => part)
    expect(typed).toMatchObject({
      transient: true,
      data: { code: 'internal', retryable: true, requestId: expect.stringMatching(/^req_/) },
    })
    expect(last).toEqual({ type: 'error', errorText: expect.stringContaining('went wrong') })
    expect(done).toBe(true)
    expect(body).not.toContain('hunter2')
    expect(ended).toMatchObject([{ outcome: 'failed', errorCode: 'internal', cause: { message: 'password=hunter2' } }])
  })

  it('keeps the code that a stage failed with, and what was written', async () => {
    const { app, chats } = await start({
      script: async () => {
        throw new AppError('database_unavailable')
      },
    })
    const { events } = await ask(app, { message: 'hi' })
    expect(events.at(-2)?.part).toMatchObject({ data: { code: 'database_unavailable' } })
    expect([...chats.runs.values()].map(({ end }) => end)).toMatchObject([
      { status: 'failed', errorCode: 'database_unavailable', parts: [] },
    ])
  })

  it.each([
    ['a framing part', { type: 'finish' }],
    ['a part out of the contract', { type: 'data-notice', data: { code: 'made_up', text: '' } }],
    ['a text that was never begun', { type: 'text-delta', id: 'nobody', delta: 'x' }],
  ])('is what a workflow gets that emits %s', async (_name, part) => {
    const { app } = await start({
      script: async (_input, { emit }) => {
        emit(part as never)
        return answered
      },
    })
    const { events } = await ask(app, { message: 'hi' })
    expect(types(events)).toEqual(['start', 'data-run', 'start-step', 'finish-step', 'data-error', 'error'])
  })

  it('comes in time from a workflow that ignores its signal, and nothing follows it', async () => {
    let emitLate = () => {}
    const { app } = await start({
      limits: { totalMs: 500, storeMs: 50, unwindMs: 50 },
      script: (_input, { emit }) => {
        emitLate = () => emit({ type: 'data-suggestions', data: { questions: ['late'] } })
        return new Promise(() => {})
      },
    })
    const before = performance.now()
    const { events } = await ask(app, { message: 'hi' })
    expect(performance.now() - before).toBeLessThan(1_000)
    expect(events.at(-2)?.part).toMatchObject({ data: { code: 'run_timeout' } })
    expect(() => emitLate()).not.toThrow()
  })

  it('is run_timeout of a workflow that obeys its signal', async () => {
    const { app } = await start({ limits: { totalMs: 600, storeMs: 50, unwindMs: 50 }, script: endless })
    const { events } = await ask(app, { message: 'hi' })
    expect(events.at(-2)?.part).toMatchObject({ data: { code: 'run_timeout' } })
    expect(textOf(events)).toContain('word 1')
  })

  it('is said when the answer could not be stored, and the chat is free again once it can', async () => {
    const { app, chats, workflow } = await start({
      script: async () => {
        chats.away = true
        return answered
      },
    })
    const { events, cookie, chatId } = await ask(app, { message: 'hi' })
    expect(events.at(-2)?.part).toMatchObject({ data: { code: 'database_unavailable' } })
    chats.away = false
    workflow.current = async () => answered
    await expect
      .poll(async () => (await ask(app, { message: 'again', chatId }, { cookie })).status, { timeout: 3_000 })
      .toBe(200)
  })
})

describe('a database that is away', () => {
  it('refuses questions by name, stays alive, and recovers by itself', async () => {
    const { app, chats } = await start()
    chats.away = true
    const refused = await app.inject({ method: 'POST', url: '/v1/chat/stream', payload: { message: 'hi' } })
    expect(refused.statusCode).toBe(503)
    expect(ErrorBody.parse(refused.json()).error.code).toBe('database_unavailable')
    expect(refused.body).not.toContain('secret-host')
    expect((await app.inject('/health')).statusCode).toBe(200)
    const ready = await app.inject('/health/ready')
    expect(ready.statusCode).toBe(503)
    expect(ready.json()).toEqual({
      status: 'not_ready',
      checks: [
        { name: 'database', ok: false },
        { name: 'cache', ok: true },
      ],
    })

    chats.away = false
    expect((await app.inject('/health/ready')).statusCode).toBe(200)
    expect((await ask(app, { message: 'hi' })).status).toBe(200)
  })

  it('that hangs is given up in time, and what it stores late keeps no chat busy', async () => {
    const { app, chats } = await start({ limits: { beginMs: 50 } })
    const { cookie, chatId } = await ask(app, { message: 'hi' })
    chats.slowMs = 120
    expect((await ask(app, { message: 'hi', chatId }, { cookie })).status).toBe(503)
    chats.slowMs = 0
    await expect.poll(async () => (await ask(app, { message: 'hi', chatId }, { cookie })).status).toBe(200)
  })
})

describe('more runs than the process takes', () => {
  it('are refused, also when they arrive together', async () => {
    const { app, runs } = await start({ limits: { concurrent: 2 }, script: endless })
    const replies = Array.from({ length: 5 }, () => ask(app, { message: 'hi' }))
    await sleep(50)
    void runs.close(0)
    const statuses = (await Promise.all(replies)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([200, 200, 503, 503, 503])
  })
})

describe('a server that ends', () => {
  it('lets runs finish within the grace and interrupts those that do not', async () => {
    const { app, workflow } = await start({
      script: async (input, context) =>
        input.question === 'long' ? endless(input, context) : (await sleep(60), answered),
    })
    const short = ask(app, { message: 'short' })
    const long = ask(app, { message: 'long' })
    await vi.waitFor(() => expect(workflow.inputs).toHaveLength(2))
    await app.close()
    expect(types((await short).events).at(-1)).toBe('finish')
    expect((await long).events.at(-2)?.part).toMatchObject({ data: { code: 'run_interrupted' } })
  })
})
