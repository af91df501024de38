import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataPartSchemas } from '@reviewguide/contracts'
import { DefaultChatTransport, readUIMessageStream, type UIMessage } from 'ai'
import { afterEach, describe, expect, it } from 'vitest'
import { asked, textOf, types } from './ask.ts'
import { cookieOf } from './read-stream.ts'
import { answered, answerParts, endless } from './scripted-workflow.ts'
import { type StartOptions, startApp } from './start-app.ts'

const open: { close(): Promise<unknown> }[] = []
const listen = async (options: StartOptions = {}) => {
  const started = await startApp(options)
  open.push(started.app)
  return { ...started, url: await started.app.listen({ port: 0, host: '127.0.0.1' }) }
}
afterEach(async () => {
  for (const app of open.splice(0)) await app.close()
})

const post = (url: string, body: object, init: RequestInit = {}) =>
  fetch(`${url}/v1/chat/stream`, {
    method: 'POST',
    body: JSON.stringify(body),
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  })

describe('a stream over a real connection', () => {
  it('brings each part when it is made: the next one is only made when it has arrived', async () => {
    let arrived = () => {}
    const { url } = await listen({
      script: async (_input, { emit }) => {
        emit({ type: 'text-start', id: 't' })
        for (const delta of ['one', 'two', 'three']) {
          const there = new Promise<void>((resolve) => {
            arrived = resolve
          })
          emit({ type: 'text-delta', id: 't', delta })
          await there
        }
        return answered
      },
    })
    const reply = await post(url, { message: 'hi' })
    const decoder = new TextDecoder()
    let text = ''
    for await (const chunk of reply.body ?? []) {
      const more = decoder.decode(chunk, { stream: true })
      text += more
      if (more.includes('text-delta')) arrived()
    }
    expect(textOf(asked(200, '', text).events)).toBe('onetwothree')
  })

  it('goes on when its reader has gone, and is stored whole', async () => {
    const { url, chats, app, lines } = await listen({
      script: async (_input, { emit }) => {
        for (const part of answerParts()) {
          emit(part)
          await sleep(10)
        }
        return answered
      },
    })
    const leaving = new AbortController()
    const reply = await post(url, { message: 'hi' }, { signal: leaving.signal })
    await reply.body?.getReader().read()
    leaving.abort()
    await expect.poll(() => [...chats.runs.values()][0]?.end?.status).toBe('finished')
    const [chatId] = chats.chatIds
    const chat = (await app.inject({ url: `/v1/chats/${chatId}`, headers: { cookie: cookieOf(reply.headers) } })).json()
    expect(chat.messages.at(-1).parts).toContainEqual({ type: 'text', text: 'Take the first.', state: 'done' })
    await expect
      .poll(() => lines.filter(({ msg }) => msg === 'request completed')[0])
      .toMatchObject({ cutOff: true, outcome: 'left' })
  })

  it('is kept alive by comments while nothing happens', async () => {
    const heard = Promise.withResolvers<void>()
    const { url } = await listen({
      stream: { heartbeatMs: 20 },
      script: async () => {
        await heard.promise
        return answered
      },
    })
    const { body } = await post(url, { message: 'hi' })
    let text = ''
    for await (const more of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += more
      // Read whole only at its end: here it may stop within an event.
      if ((text.match(/^:/gm)?.length ?? 0) >= 3) heard.resolve()
    }
    const { comments, events, done } = asked(200, '', text)
    expect(comments).toBeGreaterThanOrEqual(3)
    expect(events.at(-1)?.part.type).toBe('finish')
    expect(done).toBe(true)
  })

  it('waits for a slow reader without holding anybody else back, and gives up one that reads nothing', async () => {
    const long = 'x'.repeat(2_000)
    const { url, chats, lines } = await listen({
      limits: { events: 20_000 },
      // Longer than a busy machine keeps a willing reader from its turn.
      stream: { stuckMs: 1_500 },
      script: async (_input, { emit }) => {
        emit({ type: 'text-start', id: 't' })
        for (let n = 0; n < 8_000; n += 1) emit({ type: 'text-delta', id: 't', delta: long })
        return answered
      },
    })
    const { port } = new URL(url)
    const body = JSON.stringify({ message: 'hi' })
    const stuck = net.connect({ port: Number(port), host: '127.0.0.1' })
    stuck.pause()
    stuck.write(
      `POST /v1/chat/stream HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    )
    await expect.poll(() => chats.runs.size).toBe(1)
    const { events } = asked(200, '', await (await post(url, { message: 'hi' })).text())
    expect(textOf(events)).toHaveLength(16_000_000)
    // The stuck reader's run ended as well; only its connection did not get it.
    expect([...chats.runs.values()].map(({ end }) => end?.status)).toEqual(['finished', 'finished'])
    await expect
      .poll(() => lines.some(({ outcome }) => outcome === 'left'), {
        timeout: 15_000,
      })
      .toBe(true)
    stuck.destroy()
  }, 30_000)

  it('leaves one line in the log, without a word of the question or the cookie', async () => {
    const { url, lines } = await listen()
    await (
      await post(url, { message: 'my name is Mallory' }, { headers: { 'x-request-id': 'trace-0123456789' } })
    ).text()
    await expect.poll(() => lines.filter(({ msg }) => msg === 'request completed')).toHaveLength(1)
    expect(lines.find(({ msg }) => msg === 'request completed')).toMatchObject({
      requestId: 'trace-0123456789',
      method: 'POST',
      route: '/v1/chat/stream',
      status: 200,
      runId: expect.stringMatching(/^run_/),
      chatId: expect.stringMatching(/^cht_/),
      outcome: 'answered',
      firstTextMs: expect.any(Number),
      events: expect.any(Number),
      bytes: expect.any(Number),
    })
    expect(JSON.stringify(lines)).not.toMatch(/Mallory|gst_|"remote/)
  })
})

describe('the AI SDK', () => {
  const id = '3f2b8a52-95c5-4f1a-9a53-0d5f6f6f2f11'
  const question: UIMessage = { id: 'q', role: 'user', parts: [{ type: 'text', text: 'best earbuds?' }] }

  /** Asks as `useChat` does, and reads with the reader that it reads with. */
  async function chat(url: string, messages = [question]) {
    const transport = new DefaultChatTransport({ api: `${url}/v1/chat/stream` })
    const stream = await transport.sendMessages({
      chatId: id,
      messages,
      trigger: 'submit-message',
      messageId: undefined,
      abortSignal: undefined,
    })
    const errors: unknown[] = []
    let message: UIMessage | undefined
    for await (const state of readUIMessageStream({ stream, onError: (error) => errors.push(error) })) message = state
    return { message, errors }
  }

  it('accepts every part, and holds what is stored', async () => {
    const { url, chats } = await listen()
    const { message, errors } = await chat(url)
    expect(errors).toEqual([])
    const stored = [...chats.runs.values()][0]
    expect(message?.id).toBe(stored?.answerId)
    expect(JSON.parse(JSON.stringify(message?.parts))).toEqual(stored?.end?.parts)
    expect(message?.metadata).toEqual(stored?.end?.metadata)
    for (const { type, ...part } of message?.parts ?? []) {
      const schema = dataPartSchemas[type.replace('data-', '') as keyof typeof dataPartSchemas]
      if (type.startsWith('data-')) expect(schema.safeParse((part as { data: unknown }).data).success).toBe(true)
    }
  })

  it('is told of a failure in the words of the table', async () => {
    const { url } = await listen({ script: async () => Promise.reject(new Error('secret')) })
    const { errors } = await chat(url)
    expect(errors).toEqual([new Error('Something went wrong on our side. Try again.')])
  })

  it('replays a run when it reconnects', async () => {
    const { url, app, workflow } = await listen()
    const first = await post(url, { id, messages: [question] })
    const cookie = cookieOf(first.headers)
    await first.text()
    workflow.current = endless
    // Its first bytes are here: the run is under way.
    const running = await post(url, { id, messages: [question] }, { headers: { cookie } })
    const transport = new DefaultChatTransport({
      headers: { cookie },
      prepareReconnectToStreamRequest: ({ id: chatId }) => ({ api: `${url}/v1/chat/${chatId}/stream` }),
    })
    const stream = await transport.reconnectToStream({ chatId: id })
    await app.inject({ method: 'POST', url: `/v1/chat/${id}/stop`, headers: { cookie } })
    let message: UIMessage | undefined
    for await (const state of readUIMessageStream({ stream: stream ?? expect.unreachable() })) message = state
    const { events } = asked(200, '', await running.text())
    expect(message?.parts.at(-1)).toMatchObject({ type: 'text', text: textOf(events), state: 'done' })
    expect(types(events).at(-1)).toBe('finish')
    expect(await transport.reconnectToStream({ chatId: id })).toBeNull()
  })
})
