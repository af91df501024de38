import { StreamPart } from '@reviewguide/contracts'

export interface ReadEvent {
  id: number
  part: StreamPart
}

/** The events of a stream's text, each part checked against the contract. `done` tells whether `[DONE]` came last, without an id. */
export function readStream(text: string): { events: ReadEvent[]; comments: number; done: boolean } {
  const blocks = text.split('\n\n').filter((block) => block !== '')
  const comments = blocks.filter((block) => block.startsWith(':')).length
  const data = blocks.filter((block) => !block.startsWith(':'))
  const done = data.at(-1) === 'data: [DONE]'
  const events = data.slice(0, done ? -1 : undefined).map((block) => {
    const match = /^id: (\d+)\ndata: (.*)$/s.exec(block)
    if (!match) throw new Error(`not an event: ${block}`)
    return { id: Number(match[1]), part: StreamPart.parse(JSON.parse(match[2] ?? '')) }
  })
  return { events, comments, done }
}

/** The cookie that a reply gave, as a request sends it back. */
export function cookieOf(headers: Record<string, unknown> | Headers): string {
  const given = headers instanceof Headers ? headers.get('set-cookie') : headers['set-cookie']
  return String(given ?? '').split(';')[0] ?? ''
}
