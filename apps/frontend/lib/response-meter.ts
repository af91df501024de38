import type { ServerResponse } from 'node:http'
import { createEventSplitter } from './server-events.ts'

/** What was sent: of every answer its bytes, of a stream of events what it came to. */
export interface Sent {
  bytes: number
  /** From the request's arrival to the first text on its way; null when there was none. */
  firstTextMs?: number | null
  events?: number
  /** The answer's outcome, the code of its error, or `left` when its end did not pass. */
  outcome?: string
}

/** Watches what goes into a response, without holding anything back. `began` is when its request arrived, by `performance.now()`. */
export function meterResponse(response: ServerResponse, began: number): Sent {
  const sent: Sent = { bytes: 0 }
  let read: ((chunk: Uint8Array) => void) | null | undefined
  const note = (chunk: unknown) => {
    if (!(typeof chunk === 'string' || chunk instanceof Uint8Array)) return
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    sent.bytes += bytes.length
    if (read === undefined) read = isStream(response) ? readEvents(sent, began) : null
    read?.(bytes)
  }
  const noting = <F extends (...args: never[]) => unknown>(send: F): F =>
    new Proxy(send, {
      apply(target, self, args: unknown[]) {
        note(args[0])
        return Reflect.apply(target, self, args)
      },
    })
  response.write = noting(response.write)
  response.end = noting(response.end)
  return sent
}

const isStream = (response: ServerResponse) =>
  response.statusCode === 200 && String(response.getHeader('content-type')).startsWith('text/event-stream')

/** What is read of the parts of a stream: `contracts` describes them whole. */
interface Part {
  type?: string
  data?: { code?: string }
  messageMetadata?: { outcome?: string }
}

/** Parts that tell something; all others are counted unread. */
const telling = /"(?:text-delta|finish|data-error)"/

function readEvents(sent: Sent, began: number): (chunk: Uint8Array) => void {
  Object.assign(sent, { firstTextMs: null, events: 0, outcome: 'left' })
  const decoder = new TextDecoder()
  const split = createEventSplitter()
  return (chunk) => {
    for (const { id, data } of split(decoder.decode(chunk, { stream: true }))) {
      if (id === undefined) continue
      sent.events = (sent.events ?? 0) + 1
      if (!telling.test(data)) continue
      const part = partOf(data)
      if (part.type === 'text-delta') sent.firstTextMs ??= Math.round(performance.now() - began)
      if (part.type === 'finish') sent.outcome = part.messageMetadata?.outcome ?? 'answered'
      if (part.type === 'data-error') sent.outcome = part.data?.code ?? 'internal'
    }
  }
}

function partOf(data: string): Part {
  try {
    return JSON.parse(data) as Part
  } catch {
    return {}
  }
}
