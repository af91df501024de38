import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerParts } from './answer-parts.ts'
import { createChatSession } from './chat-session.ts'

const chatId = '11111111-1111-4111-8111-111111111111'
const messageId = 'msg_0123456789'
const run = { runId: 'run_0123456789', chatId }

const parts = {
  start: { type: 'start', messageId },
  run: { type: 'data-run', data: run },
  step: { type: 'start-step' },
  stage: { type: 'data-stage', transient: true, data: { stage: 'search', status: 'done', detail: 'Found 3' } },
  verdict: [
    { type: 'text-start', id: 'v' },
    { type: 'text-delta', id: 'v', delta: 'Get it.' },
    { type: 'text-end', id: 'v' },
  ],
  finish: { type: 'finish', messageMetadata: { outcome: 'answered', read: { reviews: 5, items: 1 } } },
}
const whole = [parts.start, parts.run, parts.step, parts.stage, ...parts.verdict, parts.finish]

const events = (list: object[], from = 0) =>
  list.map((part, at) => `id: ${from + at + 1}\ndata: ${JSON.stringify(part)}\n\n`).join('')
const stream = (text: string) => new Response(text, { headers: { 'content-type': 'text/event-stream' } })
const error = (status: number, code: string) =>
  Response.json({ error: { code, message: code, requestId: 'r' } }, { status })

const stored = {
  chatId,
  title: 'q',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  active: false,
  share: null,
  earlierCursor: null,
  messages: [
    { id: 'msg_aaaaaaaaaa', role: 'user', parts: [{ type: 'text', text: 'q' }], createdAt: '2026-01-01T00:00:00.000Z' },
    {
      id: messageId,
      role: 'assistant',
      parts: [{ type: 'text', text: 'Stored.' }],
      createdAt: '2026-01-01T00:00:00.000Z',
    },
  ],
}

/** Answers the page's requests by method and path, and keeps them. */
function serve(routes: Record<string, () => Response>) {
  const requests: { route: string; headers: Headers; body: unknown }[] = []
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const route = `${init.method ?? 'GET'} ${input.split('?')[0]}`
    requests.push({
      route,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : null,
    })
    return routes[route]?.() ?? Response.json({ items: [], nextCursor: null })
  })
  return requests
}

const verdictOf = (session: ReturnType<typeof createChatSession>) => {
  const last = session.chat.lastMessage
  return last?.role === 'assistant' ? answerParts(last).verdict : null
}

afterEach(() => vi.unstubAllGlobals())

describe('createChatSession', () => {
  it('asks with a key of its own and the last question alone, and keeps the answer with its stages', async () => {
    const requests = serve({ 'POST /v1/chat/stream': () => stream(`${events(whole)}data: [DONE]\n\n`) })
    const session = createChatSession(chatId, null)
    await session.ask('first')
    expect(verdictOf(session)).toBe('Get it.')
    await session.ask('second')

    const posts = requests.filter(({ route }) => route === 'POST /v1/chat/stream')
    expect(posts[1]?.body).toMatchObject({
      id: chatId,
      trigger: 'submit-message',
      messages: [{ role: 'user', parts: [{ text: 'second' }] }],
    })
    const keys = posts.map(({ headers }) => headers.get('idempotency-key'))
    expect(new Set(keys).size).toBe(2)
    expect(session.state.get().stages[messageId]).toEqual([parts.stage.data])
    expect(session.chat.messages.find(({ id }) => id === messageId)?.metadata).toMatchObject({ outcome: 'answered' })
  })

  it('says a failure of the stream in the words of data-error, and asks again with a new key', async () => {
    const failing = [
      parts.start,
      {
        type: 'data-error',
        transient: true,
        data: { code: 'run_timeout', text: 'Too long.', requestId: 'r', retryable: true },
      },
      { type: 'error', errorText: 'Too long.' },
    ]
    let first = true
    const requests = serve({
      'POST /v1/chat/stream': () => {
        const answer = stream(`${events(first ? failing : whole)}data: [DONE]\n\n`)
        first = false
        return answer
      },
    })
    const session = createChatSession(chatId, null)
    await session.ask('q')
    expect(session.state.get().failure).toMatchObject({ code: 'run_timeout', text: 'Too long.' })
    await session.retry()
    expect(session.state.get().failure).toBeNull()
    expect(verdictOf(session)).toBe('Get it.')
    const keys = requests
      .filter(({ route }) => route.startsWith('POST'))
      .map(({ headers }) => headers.get('idempotency-key'))
    expect(keys[0]).not.toBe(keys[1])
  })

  it.each([
    [429, 'rate_limited'],
    [409, 'run_active'],
    [503, 'too_busy'],
  ])('keeps the question and says why when it is refused with %i', async (status, code) => {
    serve({ 'POST /v1/chat/stream': () => error(status, code) })
    const session = createChatSession(chatId, null)
    await session.ask('q')
    expect(session.state.get().failure).toMatchObject({ code, retryable: true })
    expect(session.chat.messages).toHaveLength(1)
  })

  it('goes on beneath the answer when the line breaks in the middle of it', async () => {
    const requests = serve({
      'POST /v1/chat/stream': () => stream(events(whole.slice(0, 6))),
      [`GET /v1/chat/${chatId}/stream`]: () => stream(`${events(whole.slice(6), 6)}data: [DONE]\n\n`),
    })
    const session = createChatSession(chatId, null)
    await session.ask('q')
    expect(requests.find(({ route }) => route.startsWith('GET /v1/chat/'))?.headers.get('last-event-id')).toBe('6')
    expect(verdictOf(session)).toBe('Get it.')
    expect(session.state.get()).toMatchObject({ connection: 'open', failure: null })
  })

  it('shows what is stored when the run ended while the line was lost', async () => {
    serve({
      'POST /v1/chat/stream': () => stream(events(whole.slice(0, 3))),
      [`GET /v1/chat/${chatId}/stream`]: () => new Response(null, { status: 204 }),
      [`GET /v1/chats/${chatId}`]: () => Response.json(stored),
    })
    const session = createChatSession(chatId, null)
    await session.ask('q')
    await vi.waitFor(() => expect(verdictOf(session)).toBe('Stored.'))
    expect(session.state.get().failure).toBeNull()
  })
})
