import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as tick } from 'node:timers/promises'
import { answerUsage } from '../stream/answer-usage.ts'
import { scriptedParts } from '../stream/scripted-parts.ts'

/** The least that the same stream can cost: `node:http` writing the same events, as many a tick as the question says, those of a tick at once; nothing is checked, stored or logged. */
const framed = [
  { type: 'start', messageId: 'msg_0' },
  { type: 'data-run', data: { runId: 'run_0', chatId: 'cht_0' } },
  { type: 'start-step' },
  ...scriptedParts(),
  { type: 'finish-step' },
  { type: 'finish', messageMetadata: { outcome: 'answered' } },
]

const server = createServer(async (request, reply) => {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  const burst = Number((JSON.parse(body) as { message: string }).message)
  reply.writeHead(200, { 'content-type': 'text/event-stream' })
  let text = ''
  for (const [at, part] of framed.entries()) {
    text += `id: ${at + 1}\ndata: ${JSON.stringify(part)}\n\n`
    if (at % burst !== burst - 1) continue
    reply.write(text)
    text = ''
    await tick()
  }
  reply.end(`${text}data: [DONE]\n\n`)
})
server.listen(0, '127.0.0.1', () => {
  answerUsage()
  process.send?.({ port: (server.address() as AddressInfo).port })
})
