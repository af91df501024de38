import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect as connectPlain, isIP } from 'node:net'
import { connect as connectTls, rootCertificates } from 'node:tls'

/**
 * Asks the Redis at a `redis://` or `rediss://` address for a sign of life. `ca` is a certificate (PEM) of an authority of one's own, or its file. Throws when
 * the server does not answer, is not believed, or refuses the login, within 5 seconds.
 */
export async function pingRedis(address: string, ca?: string): Promise<void> {
  const { protocol, hostname, port, username, password } = new URL(address)
  const target = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || 6379 }
  const socket =
    protocol === 'rediss:' ? connectTls({ ...target, ...naming(target.host), ...believing(ca) }) : connectPlain(target)
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

/** Several servers behind one address tell by the name which is meant; an address is no name. */
const naming = (host: string) => (isIP(host) === 0 ? { servername: host } : {})

function believing(ca: string | undefined) {
  if (ca === undefined) return {}
  const text = ca.includes('-----BEGIN') ? ca.replaceAll('\\n', '\n') : readFileSync(ca, 'utf8')
  return { ca: [...rootCertificates, text] }
}

/** A command in the protocol's array form, in which no argument can be taken for another. */
const command = (...words: string[]) =>
  `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`
