import { type ErrorBody, errorTable, RequestId } from '@reviewguide/contracts'
import { FRONT_DOOR } from './client-address.ts'
import { processLog } from './process-log.ts'
import { processTrace } from './process-trace.ts'

/** Headers that belong to one connection (RFC 9110, 7.6.1), those that `fetch` sets itself, and those that claim who the client is. */
const notPassedOn = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'host',
  'content-length',
  'accept-encoding',
  'expect',
  'forwarded',
  'x-real-ip',
  'x-forwarded-for',
]

/** The backend's body arrives decoded, so its length and encoding on the wire no longer hold. */
const notPassedBack = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-encoding',
  'content-length',
  'trailer',
  'upgrade',
]

/**
 * Sends a request on to the backend named by `BACKEND_URL` and its answer back, byte by byte as it comes.
 * The client's leaving reaches the backend through the request's signal. Gives 503 in the one error shape while the backend is away.
 */
export async function passToBackend(request: Request): Promise<Response> {
  const asked = new URL(request.url)
  const target = new URL(asked.pathname + asked.search, process.env.BACKEND_URL ?? 'http://127.0.0.1:8000')
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && request.body !== null

  const call = processTrace()?.callBackend(request.method, target, request.headers)
  try {
    const answer = await fetch(target, {
      method: request.method,
      headers: requestHeaders(request.headers, call?.headers),
      body: hasBody ? request.body : null,
      redirect: 'manual',
      cache: 'no-store',
      signal: request.signal,
      // Without `half`, Node refuses a body that is a stream.
      ...(hasBody ? { duplex: 'half' } : {}),
    })
    call?.end({ status: answer.status })
    return new Response(answer.body, { status: answer.status, headers: responseHeaders(answer.headers) })
  } catch (cause) {
    call?.end({ errorType: reason(cause) })
    const given = RequestId.safeParse(request.headers.get('x-request-id'))
    const requestId = given.success ? given.data : crypto.randomUUID()
    if (!request.signal.aborted) processLog().error({ requestId, code: reason(cause) }, 'the backend is away')
    return serverAway(requestId)
  }
}

function requestHeaders(given: Headers, traced: Record<string, string> = {}): Headers {
  const headers = new Headers(given)
  for (const [name, value] of Object.entries(traced)) headers.set(name, value)
  for (const named of (given.get('connection') ?? '').split(',')) if (named.trim()) headers.delete(named.trim())
  for (const name of notPassedOn) headers.delete(name)
  headers.set('accept-encoding', 'identity')
  const address = given.get('x-forwarded-for')
  // Anywhere but behind server.ts this header is whatever the client wrote.
  if (address && FRONT_DOOR in globalThis) headers.set('x-forwarded-for', address)
  return headers
}

function responseHeaders(given: Headers): Headers {
  const headers = new Headers(given)
  for (const name of notPassedBack) headers.delete(name)
  headers.delete('set-cookie')
  for (const cookie of given.getSetCookie()) headers.append('set-cookie', cookie)
  // Next would gather a compressible stream before it sends it.
  if (given.get('content-type')?.startsWith('text/event-stream')) headers.set('cache-control', 'no-cache, no-transform')
  return headers
}

function serverAway(requestId: string): Response {
  const message = 'The server that reads the reviews is not answering. It may be starting; try again in a moment.'
  const body: ErrorBody = { error: { code: 'too_busy', message, requestId, details: { serverAway: true } } }
  return Response.json(body, {
    status: errorTable.too_busy.status,
    headers: { 'x-request-id': requestId, 'cache-control': 'no-store', 'retry-after': '2' },
  })
}

function reason(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  return inner instanceof Error ? ((inner as NodeJS.ErrnoException).code ?? inner.name) : 'unknown'
}
