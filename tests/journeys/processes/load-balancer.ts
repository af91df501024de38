import { once } from 'node:events'
import net from 'node:net'

/** A load balancer at its smallest: each connection goes to the first of the backends that takes it, and breaks when that one dies. `cut` breaks all. */
export async function balance(ports: readonly number[]): Promise<{ port: number; cut(): void }> {
  const open = new Set<net.Socket>()
  const server = net.createServer((near) => {
    open.add(near)
    near
      .on('error', () => near.destroy())
      .on('close', () => open.delete(near))
      .pause()
    const reach = ([port, ...others]: readonly number[]) => {
      if (port === undefined) return void near.destroy()
      const far = net.connect({ port, host: '127.0.0.1' })
      let reached = false
      far.once('connect', () => {
        reached = true
        near.pipe(far).pipe(near)
      })
      far.on('error', () => (reached ? near.destroy() : reach(others)))
      far.once('close', () => reached && near.destroy())
      near.once('close', () => far.destroy())
    }
    reach(ports)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as net.AddressInfo).port,
    cut() {
      for (const near of open) near.destroy()
    },
  }
}
