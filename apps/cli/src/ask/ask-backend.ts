import { setTimeout as sleep } from 'node:timers/promises'
import { type AskBody, ErrorBody, StreamPart } from '@reviewguide/contracts'
import { CommandError } from '../command-error.ts'
import { type Answer, emptyFold, foldPart } from './fold-answer.ts'
import type { GuestCookie } from './guest-cookie.ts'
import { serverEvents } from './server-events.ts'

export interface AskOptions {
  backendUrl: string
  body: AskBody
  cookie: GuestCookie
  /** Takes each part as it comes. */
  onPart: (part: StreamPart) => void
  signal: AbortSignal
}

/** A run lives at most a minute; the rest is for coming back to it. */
const LIMIT_MS = 90_000

/** How often a lost connection is taken up again. */
const RETURNS = 3

/**
 * Asks a question and follows the answer to its end; a connection that is lost is taken up again after the last event that came. Throws
 * `CommandError` with the words of the error that the server sent.
 */
export async function askBackend({ backendUrl, body, cookie, onPart, signal }: AskOptions): Promise<Answer> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)])
  const fold = emptyFold()
  let last = '0'
  let response = await send(`${backendUrl}/v1/chat/stream`, {
    method: 'POST',
    headers: { ...cookie.header(), 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: limit,
  })
  cookie.keep(response)

  for (let returns = 0; ; returns += 1) {
    try {
      if (response.body === null) throw new TypeError('no body')
      for await (const { id, data } of serverEvents(response.body)) {
        if (data === '[DONE]') break
        const part = StreamPart.parse(JSON.parse(data))
        last = id
        foldPart(fold, part)
        onPart(part)
      }
    } catch (error) {
      limit.throwIfAborted()
      // The connection, not what came over it.
      if (!(error instanceof TypeError)) throw error
    }
    if (fold.ended) break
    if (returns === RETURNS || fold.answer.chatId === null)
      throw new CommandError('The connection to the server was lost.')
    await sleep(200 * (returns + 1), undefined, { signal: limit })
    response = await send(`${backendUrl}/v1/chat/${fold.answer.chatId}/stream`, {
      headers: { ...cookie.header(), 'last-event-id': last },
      signal: limit,
    })
  }
  if (fold.error) throw new CommandError(`${fold.error.text} (${fold.error.code})`)
  return fold.answer
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init).catch((cause: unknown) => {
    init.signal?.throwIfAborted()
    throw new CommandError(`The server at ${new URL(url).origin} does not answer.`, { cause })
  })
  if (response.ok) return response
  const refused = ErrorBody.safeParse(await response.json().catch(() => null))
  const { code, message } = refused.data?.error ?? {
    code: String(response.status),
    message: 'The server refused the question.',
  }
  throw new CommandError(`${message} (${code})`)
}
