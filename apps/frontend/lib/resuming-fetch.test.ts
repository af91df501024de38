import { describe, expect, it } from 'vitest'
import { FailureError } from './failure.ts'
import { createResumingFetch } from './resuming-fetch.ts'

const event = (id: number) => `id: ${id}\ndata: {"n":${id}}\n\n`
const done = 'data: [DONE]\n\n'
const streamUrl = '/v1/chat/x/stream'

type Reply = () => Response
interface Asked {
  url: string
  lastEventId: string | null
}

/** A response whose body gives these chunks and then ends, breaks, or stays silent. */
function stream(chunks: string[], then: 'end' | 'break' | 'silence' = 'end'): Reply {
  return () => {
    let at = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const chunk = chunks[at++]
        if (chunk !== undefined) controller.enqueue(new TextEncoder().encode(chunk))
        else if (then === 'end') controller.close()
        else if (then === 'break') controller.error(new TypeError('network error'))
        else return new Promise(() => {})
      },
    })
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  }
}

const status =
  (code: number, body: unknown = null, headers?: HeadersInit): Reply =>
  () =>
    new Response(body === null ? null : JSON.stringify(body), { status: code, headers })

const offline: Reply = () => {
  throw new TypeError('Failed to fetch')
}

/** Answers each request with the next reply, and keeps what was asked. */
function setUp(replies: Reply[], options: { waits?: number[]; silence?: number } = {}) {
  const asked: Asked[] = []
  const states: string[] = []
  const fetch = createResumingFetch({
    streamUrl,
    waits: options.waits ?? [0, 0, 0],
    silence: options.silence ?? 1000,
    onConnection: (state) => states.push(state),
    fetch: async (input, init) => {
      asked.push({ url: String(input), lastEventId: new Headers(init?.headers).get('last-event-id') })
      const reply = replies[asked.length - 1]
      if (!reply) throw new Error('asked more often than expected')
      return reply()
    },
  })
  const read = async (signal?: AbortSignal) => (await fetch('/v1/chat/stream', { method: 'POST', signal })).text()
  return { asked, states, read, fetch }
}

describe('createResumingFetch', () => {
  it('passes a whole stream on unchanged and asks once', async () => {
    const { read, asked, states } = setUp([stream([event(1), event(2), done])])
    expect(await read()).toBe(event(1) + event(2) + done)
    expect(asked).toHaveLength(1)
    expect(states).toEqual([])
  })

  it('goes on after the last whole event when the line breaks in the middle of one', async () => {
    const { read, asked, states } = setUp([
      stream([event(1), event(2), 'id: 3\ndata: {"n'], 'break'),
      stream([event(3), done]),
    ])
    expect(await read()).toBe(event(1) + event(2) + event(3) + done)
    expect(asked[1]).toEqual({ url: streamUrl, lastEventId: '2' })
    expect(states).toEqual(['reconnecting', 'open'])
  })

  it('says which run it was reading, so that no other one is taken for it', async () => {
    const run = 'id: 1\ndata: {"type":"data-run","data":{"runId":"run_0123456789","chatId":"x"}}\n\n'
    const { read, asked } = setUp([stream([run], 'break'), stream([event(2), done])])
    expect(await read()).toBe(run + event(2) + done)
    expect(asked[1]).toEqual({ url: `${streamUrl}?run=run_0123456789`, lastEventId: '1' })
  })

  it('gives no event twice when the server replays from the start', async () => {
    const { read } = setUp([stream([event(1), event(2)]), stream([event(1), event(2), event(3), done])])
    expect(await read()).toBe(event(1) + event(2) + event(3) + done)
  })

  it('takes a stream that ends without [DONE] for a lost line, and asks for all of it when nothing had come', async () => {
    const { read, asked } = setUp([stream([]), stream([event(1), done])])
    expect(await read()).toBe(event(1) + done)
    expect(asked[1]).toEqual({ url: streamUrl, lastEventId: null })
  })

  it('drops comments and joins events that were cut anywhere, also within a character', async () => {
    const text = `: still here\n\nid: 1\r\ndata: {"t":"größer"}\r\n\r\n${done}`
    const bytes = new TextEncoder().encode(text)
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]))
        controller.close()
      },
    })
    const { read } = setUp([() => new Response(body, { headers: { 'content-type': 'text/event-stream' } })])
    expect(await read()).toBe(`id: 1\r\ndata: {"t":"größer"}\n\n${done}`)
  })

  it('counts silence as a lost line', async () => {
    const { read, asked } = setUp([stream([event(1)], 'silence'), stream([event(2), done])], { silence: 20 })
    expect(await read()).toBe(event(1) + event(2) + done)
    expect(asked).toHaveLength(2)
  })

  it('tries on while the server is away, then fails with connection_lost', async () => {
    const away = status(503, { error: { code: 'too_busy', message: 'busy', requestId: 'r' } })
    const { read, asked, states } = setUp([stream([event(1)], 'break'), offline, away, offline])
    await expect(read()).rejects.toMatchObject({ failure: { code: 'connection_lost', retryable: true } })
    expect(asked).toHaveLength(4)
    expect(states).toEqual(['reconnecting', 'reconnecting', 'reconnecting', 'reconnecting'])
  })

  it('counts its tries anew after every event', async () => {
    const { read } = setUp(
      [stream([event(1)], 'break'), offline, stream([event(2)], 'break'), offline, stream([event(3), done])],
      { waits: [0, 0] },
    )
    expect(await read()).toBe(event(1) + event(2) + event(3) + done)
  })

  it('fails with run_gone when the run has ended meanwhile', async () => {
    const { read } = setUp([stream([event(1)], 'break'), status(204)])
    await expect(read()).rejects.toMatchObject({ failure: { code: 'run_gone' } })
  })

  it('stops trying when the chat is no longer ours', async () => {
    const gone = status(404, { error: { code: 'not_found', message: 'nothing here', requestId: 'r' } })
    const { read, asked } = setUp([stream([event(1)], 'break'), gone])
    await expect(read()).rejects.toMatchObject({ failure: { code: 'not_found', text: 'nothing here' } })
    expect(asked).toHaveLength(2)
  })

  it('throws what an error response says, with the time until which to wait', async () => {
    const limited = status(
      429,
      { error: { code: 'rate_limited', message: 'slow down', requestId: 'r1' } },
      { 'retry-after': '60' },
    )
    const { read } = setUp([limited])
    const error = await read().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(FailureError)
    const { failure } = error as FailureError
    expect(failure).toMatchObject({ code: 'rate_limited', text: 'slow down', requestId: 'r1', retryable: true })
    expect(failure.until?.getTime()).toBeGreaterThan(Date.now() + 50_000)
  })

  it('hands back a 204 as it is: there is nothing to resume', async () => {
    const { fetch } = setUp([status(204)])
    expect((await fetch(streamUrl)).status).toBe(204)
  })

  it('ends at once and asks no more when it is aborted', async () => {
    const controller = new AbortController()
    const { fetch, asked } = setUp([stream([event(1)], 'silence')])
    const response = await fetch('/v1/chat/stream', { method: 'POST', signal: controller.signal })
    const text = response.text()
    setTimeout(() => controller.abort(), 10)
    await expect(text).rejects.toMatchObject({ name: 'AbortError' })
    expect(asked).toHaveLength(1)
  })
})
