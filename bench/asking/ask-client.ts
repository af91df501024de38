import { Agent, request } from 'node:http'

/** How one answer came. Times in ms from before the request is sent. */
export interface AskTimes {
  /** To the first piece of the answer's text; null when there was none. */
  firstText: number | null
  whole: number
  /** Why it is no answer: the end of what came instead; null when the stream ended in `finish`. */
  failure: string | null
}

export interface AskClient {
  /** Asks as a new guest in a new chat and reads the stream to its end. Rejects when the connection fails. */
  ask(question: string): Promise<AskTimes>
  close(): void
}

/** A client of the backend's stream that looks at the bytes only, so that reading costs it little of the machine it shares with the backend. */
export function createAskClient(url: string): AskClient {
  const agent = new Agent({ keepAlive: true })
  return {
    ask(question) {
      const body = JSON.stringify({ message: question })
      const started = performance.now()
      return new Promise((resolve, reject) => {
        const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
        const sent = request(`${url}/v1/chat/stream`, { method: 'POST', agent, headers }, (reply) => {
          let firstText: number | null = null
          let tail = ''
          reply.on('data', (chunk: Buffer) => {
            if (firstText === null && chunk.includes('"text-delta"')) firstText = performance.now() - started
            tail = (tail + chunk.toString('latin1')).slice(-2000)
          })
          reply.on('error', reject)
          reply.on('end', () => {
            const finished = reply.statusCode === 200 && /"type":"finish".*\n\ndata: \[DONE\]\n\n$/.test(tail)
            const code = /"code":"(\w+)"/.exec(tail)?.[1] ?? 'a broken stream'
            const failure = finished ? null : `"${question}" got ${reply.statusCode}, ${code}`
            resolve({ firstText, whole: performance.now() - started, failure })
          })
        })
        sent.on('error', reject)
        sent.end(body)
      })
    },
    close: () => agent.destroy(),
  }
}
