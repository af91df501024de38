import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { createFrontServer } from '../../apps/frontend/lib/front-server.ts'
import type { FrontTracing } from '../../apps/frontend/lib/front-tracing.ts'
import { passToBackend } from '../../apps/frontend/lib/pass-to-backend.ts'
import type { createServerLog } from '../../apps/frontend/lib/server-log.ts'

type Log = ReturnType<typeof createServerLog>

/** The page's server with everything but Next: what it is told goes on to the backend as its route handler passes it on. */
export async function startFront(
  backendUrl: string,
  log: Log,
  tracing?: FrontTracing,
): Promise<{ url: string; close(): void }> {
  process.env.BACKEND_URL = backendUrl
  const server = createFrontServer({
    log,
    tracing,
    proxyHops: 0,
    routeOf: () => '/v1/[...path]',
    handle: async (request, response) => {
      const answer = await passToBackend(await asFetched(request, response))
      response.statusCode = answer.status
      for (const [name, value] of answer.headers) if (!response.hasHeader(name)) response.setHeader(name, value)
      if (answer.body) await pipeline(answer.body, response).catch(() => response.destroy())
      else response.end()
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      server.closeAllConnections()
      delete process.env.BACKEND_URL
    },
  }
}

async function asFetched(request: IncomingMessage, response: ServerResponse): Promise<Request> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, [value].flat().join(', '))
  const left = new AbortController()
  response.once('close', () => left.abort())
  const body = Buffer.concat(await request.toArray())
  return new Request(`http://page.test${request.url}`, {
    method: request.method,
    headers,
    signal: left.signal,
    ...(body.length > 0 && { body }),
  })
}
