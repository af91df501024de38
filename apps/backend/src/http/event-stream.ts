import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { AppError, type ChatId, type RunId } from '@reviewguide/contracts'
import type { RunEvent } from '@reviewguide/workflow/ports'
import { ComeBack, errorEvents } from '@reviewguide/workflow/runs'
import type { FastifyReply, FastifyRequest } from 'fastify'

export interface EventStreamOptions {
  /** Whose events they are: for the log's line, and in headers for the frontend's. */
  run: { runId: RunId; chatId: ChatId }
  /** Number of the event that the reader has already; what follows counts on from it. */
  after?: number
  /** Time between comment lines, at most 15,000 ms: proxies close connections that are silent for a minute or less. */
  heartbeatMs?: number
  /** How long a reader may take nothing at all before its connection is given up. It can come back and continue. */
  stuckMs?: number
  /** Told of the stream as it opens, `asked` when it is a question's own; the function that it gives, of its end. */
  onOpen?: (asked: boolean) => (stats: StreamStats) => void
}

/** What a stream came to, for the log line of its request. */
export interface StreamStats {
  /** From the request's arrival to the first text on its way; null when there was none. */
  firstTextMs: number | null
  events: number
  bytes: number
  /** The answer's outcome, the code of its error, or `left` when the reader went first. */
  outcome: string
}

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'x-vercel-ai-ui-message-stream': 'v1',
  // A proxy that compresses or buffers would hold events back.
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
}

/** One for all: a reason made for each would look at the stack each time. */
const left = new Error('the reader has gone')

/**
 * Sends events as they come, each with its number, then `[DONE]`. Resolves when the stream is over or its reader has gone; a reader that
 * goes ends nothing but `open`'s own signal. However `open` ends, the stream's last event is `finish` or `error`; only when `open` throws `ComeBack` the
 * connection is cut, as a lost one is, so that the reader continues with its `Last-Event-ID`.
 */
export async function sendEventStream(
  request: FastifyRequest,
  reply: FastifyReply,
  open: (signal: AbortSignal) => AsyncIterable<RunEvent[]>,
  { run: { runId, chatId }, after = 0, heartbeatMs = 10_000, stuckMs = 60_000, onOpen }: EventStreamOptions,
): Promise<void> {
  reply.hijack()
  const { raw } = reply
  const stats: StreamStats = { firstTextMs: null, events: 0, bytes: 0, outcome: 'left' }
  request.stream = { runId, chatId, stats }
  const gone = new AbortController()
  const leave = () => gone.abort(left)
  raw.once('close', leave)
  if (raw.destroyed) leave()

  const send = async (events: RunEvent[]) => {
    let text = ''
    for (const event of events) {
      note(stats, event, reply.elapsedTime)
      text += `id: ${event.id}\ndata: ${JSON.stringify(event.part)}\n\n`
    }
    stats.bytes += Buffer.byteLength(text)
    if (!raw.write(text)) await drained(raw, gone.signal, stuckMs)
  }

  const names = { 'x-run-id': runId, 'x-chat-id': chatId }
  raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...headers, ...names })
  raw.flushHeaders()
  const heartbeat = setInterval(() => {
    if (!raw.writableNeedDrain) raw.write(': alive\n\n')
  }, heartbeatMs)

  let last = after
  let ended = false
  const onEnd = onOpen?.(request.method === 'POST')
  try {
    for await (const events of open(gone.signal)) {
      if (gone.signal.aborted) break
      const end = events.at(-1)
      if (end) [last, ended] = [end.id, end.part.type === 'finish' || end.part.type === 'error']
      await send(events)
    }
    if (!ended && !gone.signal.aborted) await send(errorEvents('run_interrupted', request.id, last))
  } catch (cause) {
    if (cause instanceof ComeBack) {
      stats.outcome = 'sent elsewhere'
      // What was written still goes out; no proper end follows it, so that no client takes what it has for the whole.
      return raw.socket?.destroySoon()
    }
    request.log.error({ err: cause }, 'stream broke off')
    if (!gone.signal.aborted)
      await send(errorEvents(cause instanceof AppError ? cause.code : 'internal', request.id, last))
  } finally {
    onEnd?.(stats)
    clearInterval(heartbeat)
    raw.off('close', leave)
    if (!gone.signal.aborted && stats.outcome !== 'sent elsewhere') raw.end('data: [DONE]\n\n')
  }
}

function note(stats: StreamStats, { part }: RunEvent, ms: number): void {
  stats.events += 1
  if (part.type === 'text-delta') stats.firstTextMs ??= Math.round(ms)
  if (part.type === 'finish') stats.outcome = part.messageMetadata?.outcome ?? 'answered'
  if (part.type === 'data-error') stats.outcome = part.data.code
}

/** Resolves when the connection takes more, or the reader has gone; ends the connection when neither happens in time. */
async function drained(raw: ServerResponse, gone: AbortSignal, stuckMs: number): Promise<void> {
  const stuck = setTimeout(() => raw.destroy(), stuckMs)
  try {
    await once(raw, 'drain', { signal: gone })
  } catch (cause) {
    if (!gone.aborted) throw cause
  } finally {
    clearTimeout(stuck)
  }
}
