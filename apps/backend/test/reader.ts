import { setTimeout as sleep } from 'node:timers/promises'
import { cookieOf, type ReadEvent, readStream } from './read-stream.ts'

/** Somebody who reads a stream, as far as it has come. */
export interface Reader {
  status: number
  cookie: string
  chatId: string
  events: ReadEvent[]
  /** Resolves when the connection is over: true when the stream ended properly, with `[DONE]`. */
  over: Promise<boolean>
  /** Resolves when so many events have come. */
  has(count: number): Promise<void>
  leave(): void
}

async function read(reply: Response, leaving: AbortController): Promise<Reader> {
  const reader: Reader = {
    status: reply.status,
    cookie: cookieOf(reply.headers),
    chatId: '',
    events: [],
    over: Promise.resolve(false),
    async has(count) {
      while (reader.events.length < count) await sleep(5)
    },
    leave: () => leaving.abort(),
  }
  reader.over = (async () => {
    const decoder = new TextDecoder()
    let text = ''
    try {
      for await (const chunk of reply.body ?? []) {
        text += decoder.decode(chunk, { stream: true })
        // Whole events only: the last one may have been cut.
        reader.events = readStream(text.slice(0, text.lastIndexOf('\n\n') + 2)).events
      }
    } catch {
      return false
    }
    return text.endsWith('data: [DONE]\n\n')
  })()
  if (reply.status === 200) {
    await Promise.race([reader.has(2), reader.over])
    const run = reader.events.find(({ part }) => part.type === 'data-run')?.part
    if (run?.type === 'data-run') reader.chatId = run.data.chatId
  }
  return reader
}

/** Asks over a real connection, and reads in the background. */
export async function askAt(
  url: string,
  body: { message: string; chatId?: string },
  headers: Record<string, string> = {},
): Promise<Reader> {
  const leaving = new AbortController()
  const reply = await fetch(`${url}/v1/chat/stream`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
    signal: leaving.signal,
  })
  return read(reply, leaving)
}

/** Follows the active run of a chat, from its start or after an event. */
export async function followAt(
  url: string,
  { chatId, cookie, after, run }: { chatId: string; cookie: string; after?: number; run?: string },
): Promise<Reader> {
  const leaving = new AbortController()
  const headers = { cookie, ...(after !== undefined && { 'last-event-id': String(after) }) }
  const query = run ? `?run=${run}` : ''
  return read(await fetch(`${url}/v1/chat/${chatId}/stream${query}`, { headers, signal: leaving.signal }), leaving)
}
