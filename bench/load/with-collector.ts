import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Does work with a collector of traces that takes all it is sent and keeps nothing. */
export async function withCollector<T>(work: (collector: { url: string; bytes(): number }) => Promise<T>): Promise<T> {
  let bytes = 0
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
    })
    request.on('end', () => response.end('{}'))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await work({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      bytes: () => bytes,
    })
  } finally {
    server.close()
    server.closeAllConnections()
  }
}
