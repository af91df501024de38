import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { openFrontDoor, sayWhoAsks } from './front-door.ts'
import type { FrontTracing } from './front-tracing.ts'
import { logRequest } from './log-request.ts'
import { openProcessLog } from './process-log.ts'
import { openProcessTrace } from './process-trace.ts'
import type { RouteOf } from './route-patterns.ts'

export interface FrontServerOptions {
  /** Proxies of our own before this server. */
  proxyHops: number
  log: Logger
  routeOf: RouteOf
  /** Without it nothing is traced, and a trace of somebody else's is passed on as it is. */
  tracing?: FrontTracing | null
  /** Answers a request: Next. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<unknown>
}

/** The server before Next: only the socket knows who the client is, and only here every request is seen. It listens to nothing yet. */
export function createFrontServer({ proxyHops, log, routeOf, tracing, handle }: FrontServerOptions): Server {
  openFrontDoor()
  openProcessLog(log)
  if (tracing) openProcessTrace(tracing)
  const server = createServer((request, response) => {
    logRequest(request, response, { log, routeOf })
    sayWhoAsks(request, proxyHops)
    tracing?.traceRequest(request, response, routeOf)
    void handle(request, response)
  })
  // Longer than a load balancer keeps an idle connection (60 s): else it may send a request down one that is just being closed.
  server.keepAliveTimeout = 75_000
  return server
}
