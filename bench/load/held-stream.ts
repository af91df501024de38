import { Agent, type IncomingMessage, request } from 'node:http'

/** A stream that is read as it comes and kept open. */
export interface HeldStream {
  /** To continue it with at another backend. */
  chatId: string
  cookie: string
  /** Heartbeats since it began. */
  beats(): number
  /** Why it did not end as a whole answer does; null when it did. Never rejects. */
  ended: Promise<string | null>
}

export interface HeldStreams {
  /** Asks at this address as a new guest. Resolves with the first text; rejects when there is none. */
  ask(url: string, question: string): Promise<HeldStream>
  /** Reads the same answer from its start at another address. */
  read(url: string, stream: HeldStream): Promise<HeldStream>
  /** Cuts off all that are open. */
  close(): void
}

/** What the end of a stream is told by. */
const TAIL = 600

const HEARTBEAT = ': alive\n\n'

/** Opens streams, each on a connection of its own, and looks at their bytes only. */
export function openHeldStreams(): HeldStreams {
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY })
  const gone = new AbortController()
  const open = (address: string, { body, cookie = '' }: { body?: string; cookie?: string }) =>
    new Promise<HeldStream>((resolve, reject) => {
      const headers = body
        ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
        : { cookie }
      const options = { method: body ? 'POST' : 'GET', agent, headers, signal: gone.signal }
      const sent = request(address, options, (reply) => follow(reply, cookie).then(resolve, reject))
      sent.on('error', reject)
      sent.end(body)
    })
  return {
    ask: (url, question) => open(`${url}/v1/chat/stream`, { body: JSON.stringify({ message: question }) }),
    read: (url, { chatId, cookie }) => open(`${url}/v1/chat/${chatId}/stream`, { cookie }),
    close() {
      gone.abort()
      agent.destroy()
    },
  }
}

function follow(reply: IncomingMessage, cookie: string): Promise<HeldStream> {
  let head: string | null = ''
  let tail = ''
  let beats = 0
  const { promise: begun, resolve, reject } = Promise.withResolvers<HeldStream>()
  const { promise: ended, resolve: end } = Promise.withResolvers<string | null>()
  reply.on('data', (chunk: Buffer) => {
    const text = chunk.toString('latin1')
    if (text.includes(HEARTBEAT)) beats += 1
    tail = (tail + text).slice(-TAIL)
    if (head === null) return
    head += text
    if (!head.includes('"text-delta"')) return
    const chatId = /"chatId":"(\w+)"/.exec(head)?.[1] ?? ''
    head = null
    const given = reply.headers['set-cookie']?.map((line) => line.split(';')[0]).join('; ')
    resolve({ chatId, cookie: given ?? cookie, beats: () => beats, ended })
  })
  const over = (why: string | null) => {
    end(why)
    reject(new Error(`${why ?? 'a whole answer'} before the first text: ${reply.statusCode} ${tail}`))
  }
  reply.on('end', () =>
    over(
      /"type":"finish".*\n\ndata: \[DONE\]\n\n$/.test(tail)
        ? null
        : (/"code":"(\w+)"/.exec(tail)?.[1] ?? 'a broken stream'),
    ),
  )
  reply.on('error', ({ message }) => over(message))
  return begun
}
