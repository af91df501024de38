import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { askAndCheck } from './ask.ts'

let server: Server | undefined
afterEach(() => void server?.close())

const evidence = { type: 'data-evidence', data: { n: 1, reviewId: 'rev_1', quote: 'good', start: 0, end: 4 } }
const says = (delta: string) => ({ type: 'text-delta', id: 't', delta })
const finish = { type: 'finish' }

/** Asks a server that sends these parts, and whose only review is this. */
async function ask(parts: unknown[], { end = '[DONE]', status = 200, review = 'good sound' } = {}) {
  server = createServer((request, response) => {
    if (request.method === 'GET') return void response.end(JSON.stringify({ text: review }))
    response.writeHead(status)
    response.end(
      [...parts.map((part) => JSON.stringify(part)), end]
        .map((data, at) => `id: ${at + 1}\ndata: ${data}\n\n`)
        .join(''),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return askAndCheck(`http://127.0.0.1:${port}`, 'which?', AbortSignal.timeout(10_000))
}

test('an answer with evidence, to its end, is good', async () => {
  expect(await ask([evidence, says('It is good '), says('[1].'), finish])).toBe(1)
})

test.each([
  ['no evidence cited', [evidence, says('It is good.'), finish], {}, 'cites nothing'],
  ['evidence that was not sent', [evidence, says('Good [2].'), finish], {}, 'cites [2], which was not sent'],
  [
    'a span that its review lacks',
    [evidence, says('Good [1].'), finish],
    { review: 'bad sound' },
    'is not what its review says',
  ],
  ['no finish', [evidence, says('Good [1].')], {}, 'the last part is no finish'],
  ['an error', [evidence, says('Good [1].'), { type: 'error' }], {}, 'the last part is no finish'],
  ['no end', [evidence, says('Good [1].'), finish], { end: '{}' }, 'does not end in [DONE]'],
  ['a refusal', [], { status: 503 }, 'answered with 503'],
])('found: %s', async (_, parts, otherwise, words) => {
  await expect(ask(parts, otherwise)).rejects.toThrow(words)
})
