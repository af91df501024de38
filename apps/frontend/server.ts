import path from 'node:path'
import { LogFormat } from '@reviewguide/contracts'
import next from 'next'
import { createFrontServer } from './lib/front-server.ts'
import { readRoutes } from './lib/route-patterns.ts'
import { readServerConfig, type ServerConfig } from './lib/server-config.ts'
import { createServerLog, takeOverConsole } from './lib/server-log.ts'

/** The frontend's production entry: Next behind a server of our own. */
const { port, hostname, proxyHops, backendUrl, tracing: tracingConfig, ...logging } = configured()
// Routes are bundled apart from this file, and read it from there.
process.env.BACKEND_URL = backendUrl
const log = createServerLog(logging)
takeOverConsole(log)

const dir = path.dirname(import.meta.filename)
const app = next({ dev: false, dir, hostname, port })
// Nobody has asked anything yet: what is said here is about the build.
await app.prepare().catch((error: unknown) => fail(`The page cannot be served: ${String(error)}`))

// Read only where traces go somewhere.
const tracing = tracingConfig && (await import('./lib/front-tracing.ts')).createFrontTracing(tracingConfig, log)
const routeOf = readRoutes(dir)
const server = createFrontServer({ proxyHops, log, routeOf, tracing, handle: app.getRequestHandler() })
server.on('error', (error: NodeJS.ErrnoException) => {
  fail(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is already in use.`
      : `Cannot listen on ${hostname}:${port}: ${error.message}`,
  )
})
server.listen(port, hostname, () => {
  const bound = server.address()
  process.send?.({ ready: true, port: typeof bound === 'object' && bound ? bound.port : port })
  log.info(`The page is served on http://${hostname}:${port}`)
})

/** Streams may stay open for a minute: they are cut after a second, and the page goes on with them elsewhere. */
function stop(): void {
  server.close(() => void end())
  server.closeIdleConnections()
  setTimeout(() => void end(), 1000).unref()
}

async function end(): Promise<never> {
  await tracing?.close()
  process.exit(0)
}

process.once('SIGTERM', stop)
process.once('SIGINT', stop)
// The parent holds the other end of this channel: when it is gone, however it died, nobody is left to stop us.
process.once('disconnect', stop)

function configured(): ServerConfig {
  const read = readServerConfig(process.env)
  if (!('mistakes' in read)) return read
  // The form of the lines may be among the mistakes.
  const logFormat = LogFormat.catch('json').parse(process.env.LOG_FORMAT?.trim().toLowerCase())
  const told = createServerLog({ logLevel: 'ERROR', logFormat })
  for (const mistake of read.mistakes) told.error(`the configuration is wrong: ${mistake}`)
  process.exit(1)
}

function fail(text: string): never {
  log.error(text)
  process.exit(1)
}
