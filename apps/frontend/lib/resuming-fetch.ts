import { connectionLost, FailureError, failureOf } from './failure.ts'
import { createEventSplitter, type ServerEvent } from './server-events.ts'

export interface ResumingFetchOptions {
  /** Where a run goes on after the event named by `Last-Event-ID`. */
  streamUrl: string
  /** Told when the line is lost and when it is back. */
  onConnection?: (state: 'open' | 'reconnecting') => void
  fetch?: typeof globalThis.fetch
  /** Waits before each try, in milliseconds; as many tries as there are waits, counted anew after every event that arrives. */
  waits?: readonly number[]
  /** Silence that counts as a lost line, in milliseconds. The server sends something every 15 seconds: less would cut good lines. */
  silence?: number
}

/** Half a minute in all: longer than a backend needs to start again, short enough that a person is still there. */
const usualWaits = [200, 500, 1000, 2000, 4000, 8000, 16_000]

/**
 * A `fetch` whose event streams outlive their connections: beneath one body it goes on with `Last-Event-ID` until `[DONE]`, and no
 * event is lost or given twice. Throws `FailureError` for an answer that is an error; the body fails with one when the tries are
 * used up (`connection_lost`) or the run has ended meanwhile (`run_gone`).
 */
export function createResumingFetch(options: ResumingFetchOptions): typeof globalThis.fetch {
  const { streamUrl, onConnection, waits = usualWaits, silence = 40_000 } = options
  const fetchOnce = options.fetch ?? ((...args: Parameters<typeof fetch>) => globalThis.fetch(...args))

  return async (input, init) => {
    const signal = init?.signal ?? new AbortController().signal
    const first = await fetchOnce(input, init)
    if (!first.ok) throw new FailureError(await failureOf(first))
    if (first.body === null || !first.headers.get('content-type')?.startsWith('text/event-stream')) return first
    const events = eventsUntilDone(first.body, signal)
    return new Response(asBody(events), { status: first.status, headers: first.headers })
  }

  async function* eventsUntilDone(first: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<ServerEvent> {
    let body: ReadableStream<Uint8Array> | undefined = first
    let lastId = 0
    let runId: string | null = null
    let tries = 0
    while (true) {
      if (body) {
        for await (const event of readWhileAlive(body, silence, signal)) {
          if (event.id !== undefined && event.id <= lastId) continue
          if (event.id !== undefined) lastId = event.id
          runId ??= runOf(event)
          if (tries > 0) onConnection?.('open')
          tries = 0
          yield event
          if (event.data === '[DONE]') return
        }
      }
      signal.throwIfAborted()
      const wait = waits[tries++]
      onConnection?.('reconnecting')
      if (wait === undefined) throw new FailureError(connectionLost)
      await pause(wait, signal)
      body = await reconnect(lastId, runId, signal)
    }
  }

  /** The stream from where it broke, or undefined when another try may do better. */
  async function reconnect(
    lastId: number,
    runId: string | null,
    signal: AbortSignal,
  ): Promise<ReadableStream<Uint8Array> | undefined> {
    const headers = { accept: 'text/event-stream', ...(lastId > 0 ? { 'last-event-id': String(lastId) } : {}) }
    // Numbers count within a run: had the chat gone on meanwhile, those of another one would be taken for this one's.
    const url = runId === null ? streamUrl : `${streamUrl}?run=${encodeURIComponent(runId)}`
    const response = await fetchOnce(url, { headers, signal, cache: 'no-store' }).catch(() => undefined)
    if (!response) return undefined
    if (response.status === 204) {
      throw new FailureError({
        code: 'run_gone',
        text: 'The answer was finished while the line was lost.',
        retryable: true,
      })
    }
    if (response.ok && response.body) return response.body
    const failure = await failureOf(response)
    if (!failure.retryable) throw new FailureError(failure)
    return undefined
  }
}

/** The run that an event names, or null when it names none. */
function runOf({ data }: ServerEvent): string | null {
  return /^\{"type":"data-run".*"runId":"(run_\w+)"/.exec(data)?.[1] ?? null
}

/** The events of one connection. Ends, and does not throw, when it is lost or silent for too long: what to do then is the caller's. */
async function* readWhileAlive(
  body: ReadableStream<Uint8Array>,
  silence: number,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  const split = createEventSplitter()
  const cancel = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', cancel, { once: true })
  try {
    while (true) {
      const timer = setTimeout(cancel, silence)
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }))
      clearTimeout(timer)
      if (done || signal.aborted) return
      yield* split(decoder.decode(value, { stream: true }))
    }
  } finally {
    signal.removeEventListener('abort', cancel)
    cancel()
  }
}

function asBody(events: AsyncGenerator<ServerEvent>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await events.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value.raw))
      } catch (error) {
        controller.error(error)
      }
    },
    async cancel() {
      await events.return(undefined)
    },
  })
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort)
      resolve()
    }, ms)
    signal.addEventListener('abort', abort, { once: true })
  })
}
