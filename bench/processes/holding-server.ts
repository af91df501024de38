import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openingParts, WAITS } from '../load/held-answer.ts'
import { answerUsage } from '../stream/answer-usage.ts'

/** The least that the same streams can take: `node:http` writing the same events and heartbeats, and the end when this process is told to `end`. */
const open = new Set<ServerResponse>()
const run = { type: 'data-run', data: { runId: 'run_0', chatId: 'cht_0' } }
const opening = [{ type: 'start', messageId: 'msg_0' }, run, { type: 'start-step' }, ...openingParts]
const closing = [{ type: 'text-end', id: 't1' }, { type: 'finish-step' }, { type: 'finish' }]
const framed = (parts: object[], after: number) =>
  parts.map((part, at) => `id: ${after + at + 1}\ndata: ${JSON.stringify(part)}\n\n`).join('')

const end = (reply: ServerResponse) => {
  open.delete(reply)
  reply.end(`${framed(closing, opening.length)}data: [DONE]\n\n`)
}
setInterval(() => {
  for (const reply of open) reply.write(': alive\n\n')
}, 10_000)
process.on('message', (question) => {
  if (question === 'end') open.forEach(end)
})

const server = createServer(async (request, reply) => {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  reply.writeHead(200, { 'content-type': 'text/event-stream' })
  reply.write(framed(opening, 0))
  open.add(reply)
  reply.on('close', () => open.delete(reply))
  if ((JSON.parse(body) as { message: string }).message !== WAITS) end(reply)
})
server.listen(0, '127.0.0.1', () => {
  answerUsage({ watchPeak: true })
  process.send?.({ port: (server.address() as AddressInfo).port })
})
