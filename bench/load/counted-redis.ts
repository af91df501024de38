import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A Redis through which round trips are counted. */
export interface CountedRedis {
  url: string
  /** Times that somebody waited for an answer: what is sent together, before the answer to the first comes, is one. */
  trips(): number
  close(): void
}

/** Passes everything on to a Redis without TLS. Throws for one with it: what cannot be read cannot be counted. */
export async function countRoundTrips(redisUrl: string): Promise<CountedRedis> {
  const url = new URL(redisUrl)
  const [host, port] = [url.hostname.replace(/^\[|\]$/g, ''), Number(url.port || 6379)]
  if (url.protocol !== 'redis:') throw new Error('round trips are counted on a Redis without TLS alone')
  let trips = 0
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(port, host)
    let waiting = false
    near.on('data', (bytes) => {
      if (!waiting) trips += 1
      waiting = true
      far.write(bytes)
    })
    far.on('data', (bytes) => {
      waiting = false
      near.write(bytes)
    })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.setNoDelay()
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: url.href,
    trips: () => trips,
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}
