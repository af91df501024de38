import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConfigError } from '../config.ts'

export interface MetricsServer {
  port: number
  close(): Promise<void>
}

/**
 * Serves `GET /metrics`, and nothing else, on a port of its own, which no load balancer reaches. Resolves when it listens. Throws a ConfigError that
 * names METRICS_PORT when the port cannot be had.
 */
export async function serveMetrics(
  metrics: { contentType: string; text(): Promise<string> },
  { port, host }: { port: number; host: string },
): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    const [path] = (request.url ?? '').split('?')
    if (path !== '/metrics') return void response.writeHead(404).end()
    if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end()
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    throw new ConfigError([{ name: 'METRICS_PORT', text: mistake(cause, port) }])
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function mistake(cause: unknown, port: number): string {
  const { code } = cause as { code?: unknown }
  if (code === 'EADDRINUSE') return `port ${port} is in use by another program`
  if (code === 'EACCES') return `port ${port} may not be used by this user`
  return `port ${port} cannot be used (${String(code)})`
}
