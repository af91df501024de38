import net from 'node:net'

/** A way to a server that can be shut: connections through it break then, and new ones are refused, as when the server is away. */
export async function tcpGate(to: {
  host: string
  port: number
}): Promise<{ port: number; shut(): void; open(): Promise<void> }> {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((near) => {
    const far = net.connect(to)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket)
          near.destroy()
          far.destroy()
        })
    }
    near.pipe(far).pipe(near)
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as net.AddressInfo
  return {
    port,
    shut() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
    open: () => listen(port),
  }
}
