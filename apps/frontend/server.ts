import { createServer } from 'node:http'
import path from 'node:path'
import next from 'next'
import { openFrontDoor, sayWhoAsks } from './lib/front-door.ts'

/** The frontend's production entry: Next behind a server of our own, because only the socket knows who the client is. */
const port = Number(process.env.PORT ?? 3000)
const hostname = process.env.HOSTNAME ?? '127.0.0.1'
/** Proxies of ours before this server, such as a load balancer; each adds one entry to `x-forwarded-for`. */
const proxyHops = Number(process.env.FRONTEND_PROXY_HOPS ?? 0)

if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`PORT must be a port number, not "${process.env.PORT}".`)
if (!Number.isInteger(proxyHops) || proxyHops < 0) {
  fail(`FRONTEND_PROXY_HOPS must be a whole number, not "${process.env.FRONTEND_PROXY_HOPS}".`)
}

openFrontDoor()

const app = next({ dev: false, dir: path.dirname(import.meta.filename), hostname, port })
await app.prepare()
const handle = app.getRequestHandler()

const server = createServer((request, response) => {
  sayWhoAsks(request, proxyHops)
  void handle(request, response)
})

// Longer than a load balancer keeps an idle connection (60 s): else it may send a request down one that is just being closed.
server.keepAliveTimeout = 75_000

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
  console.log(`The page is served on http://${hostname}:${port}`)
})

/** Streams may stay open for a minute: they are cut after a second, and the page goes on with them elsewhere. */
function stop(): void {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), 1000).unref()
}

process.once('SIGTERM', stop)
process.once('SIGINT', stop)
// The parent holds the other end of this channel: when it is gone, however it died, nobody is left to stop us.
process.once('disconnect', stop)

function fail(text: string): never {
  console.error(text)
  process.exit(1)
}
