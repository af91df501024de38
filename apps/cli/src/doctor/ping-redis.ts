import { once } from 'node:events'
import { connect as connectPlain } from 'node:net'
import { connect as connectTls } from 'node:tls'

/** Asks the Redis at a `redis://` or `rediss://` address for a sign of life. Throws when it does not answer, or refuses the login, within 5 seconds. */
export async function pingRedis(address: string): Promise<void> {
  const { protocol, hostname, port, username, password } = new URL(address)
  const target = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || 6379 }
  const socket = protocol === 'rediss:' ? connectTls({ ...target, servername: target.host }) : connectPlain(target)
  try {
    const login = password
      ? [command('AUTH', ...(username ? [decodeURIComponent(username)] : []), decodeURIComponent(password))]
      : []
    socket.write([...login, command('PING')].join(''))
    const signal = AbortSignal.timeout(5000)
    let reply = ''
    while (!reply.includes('+PONG')) {
      const [bytes] = (await once(socket, 'data', { signal })) as [Buffer]
      reply += bytes.toString('utf8')
      const refusal = /^-(.*)\r\n/m.exec(reply)
      if (refusal) throw new Error(`Redis says: ${refusal[1]}`)
    }
  } finally {
    socket.destroy()
  }
}

/** A command in the protocol's array form, in which no argument can be taken for another. */
const command = (...words: string[]) =>
  `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`
