import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTracing } from '../../apps/backend/src/tracing/create-tracing.ts'
import { tracedMailer } from '../../apps/backend/src/tracing/traced-mailer.ts'
import type { Tracing } from '../../apps/backend/src/tracing/tracing.ts'
import { type OtlpReceiver, startOtlpReceiver } from './otlp-receiver.ts'

let elsewhere: Server
let receiver: OtlpReceiver
let tracing: Tracing
let url: string

beforeEach(async () => {
  elsewhere = createServer((_, response) => response.writeHead(418).end('secret answer')).listen(0, '127.0.0.1')
  await once(elsewhere, 'listening')
  url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
  receiver = await startOtlpReceiver()
  const watch = { onAway: () => {}, onBack: () => {} }
  const config = { url: `${receiver.url}/v1/traces`, ratio: 1, delayMs: 50 }
  tracing = createTracing({ ...config, sampler: 'parentbased_always_on' }, watch)
})
afterEach(async () => {
  elsewhere.close()
  await receiver.close()
})

/** Does it within a request, and gives the spans that came of it. */
async function during(work: () => Promise<unknown>) {
  const request = tracing.request('GET /x', {}, {})
  await request.within(work)
  request.end()
  await tracing.close()
  const parent = receiver.spans.find(({ name }) => name === 'GET /x')
  return receiver.spans.filter(({ parentSpanId }) => parentSpanId === parent?.spanId)
}

describe('a call to somebody else', () => {
  it('by fetch is a part of its request, whoever makes it, without path, query or body', async () => {
    const spans = await during(async () => (await fetch(`${url}/secret?key=secret`)).text())
    const { port } = new URL(url)
    expect(spans).toMatchObject([
      {
        name: 'GET',
        kind: 'client',
        attributes: {
          'http.request.method': 'GET',
          'http.response.status_code': 418,
          'server.address': '127.0.0.1',
          'server.port': Number(port),
        },
      },
    ])
    expect(receiver.bodies.join('')).not.toContain('secret')
  })

  it('that finds nobody has failed, by its code', async () => {
    elsewhere.close()
    await once(elsewhere, 'close')
    const spans = await during(() => fetch(url).catch(() => {}))
    expect(spans).toMatchObject([{ name: 'GET', failed: true, attributes: { 'error.type': 'ECONNREFUSED' } }])
  })

  it('by mail tells nothing of the letter', async () => {
    const mailer = { delivers: true, send: () => Promise.reject(new TypeError('secret')), close: () => {} }
    const letter = { to: 'secret', subject: 'secret', text: 'secret' }
    const spans = await during(() =>
      tracedMailer(mailer, tracing)
        .send(letter)
        .catch(() => {}),
    )
    expect(spans).toMatchObject([{ name: 'send letter', failed: true, attributes: { 'error.type': 'TypeError' } }])
    expect(receiver.bodies.join('')).not.toContain('secret')
  })

  it('that is no part of a request is nobody’s story', async () => {
    await (await fetch(url)).text()
    expect(await during(async () => {})).toEqual([])
    expect(receiver.spans.map(({ name }) => name)).toEqual(['GET /x'])
  })
})

describe('what is traced', () => {
  it.each([
    ['always_on', 1, '00', true],
    ['always_off', 1, '01', false],
    ['traceidratio', 0, '01', false],
    ['parentbased_always_on', 1, '00', false],
    ['parentbased_always_off', 1, '01', true],
    ['parentbased_traceidratio', 0, '01', true],
  ] as const)('%s of %d, where the caller says %s: %s', async (sampler, ratio, flags, kept) => {
    await tracing.close()
    const config = { url: `${receiver.url}/v1/traces`, delayMs: 50 }
    tracing = createTracing({ ...config, sampler, ratio }, { onAway: () => {}, onBack: () => {} })
    const traceparent = `00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-${flags}`
    const request = tracing.request('GET /x', { traceparent }, {})
    request.within(() => {
      tracing.call('SELECT', {})?.end()
      tracing.begin('run', {}).end()
    })
    request.end()
    await tracing.close()
    expect(receiver.spans.map(({ name }) => name).toSorted()).toEqual(kept ? ['GET /x', 'SELECT', 'run'] : [])
  })
})
