import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { startOtlpReceiver } from '../traces/otlp-receiver.ts'

/** The built page, Next's part included: what it tells a backend of the trace that a request belongs to. */
test('a request through the page goes on in one trace', async ({ playwright }) => {
  const told: unknown[] = []
  const backend = createServer(({ headers }, response) => {
    told.push(headers.traceparent)
    response.setHeader('content-type', 'application/json').end('{}')
  }).listen(0, '127.0.0.1')
  await once(backend, 'listening')
  const receiver = await startOtlpReceiver()
  const server = fork('apps/frontend/server.ts', {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      BACKEND_URL: `http://127.0.0.1:${(backend.address() as AddressInfo).port}`,
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    },
    silent: true,
    execArgv: [],
  })
  const exited = once(server, 'exit')
  try {
    const [{ port }] = (await once(server, 'message')) as [{ port: number }]
    const page = await playwright.request.newContext({ baseURL: `http://127.0.0.1:${port}` })
    const [traceId, spanId] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331']
    const headers = { traceparent: `00-${traceId}-${spanId}-01` }
    expect((await page.post('/v1/chat/stream', { headers, data: { message: 'asks Zebedee' } })).status()).toBe(200)
    expect((await page.get('/items/itm_0123456789?from=Zebedee')).status()).toBe(200)
    await page.dispose()
    // What was not sent yet is sent at the end.
    server.kill('SIGTERM')
    await exited

    const [request, call] = ['server', 'client'].map((kind) =>
      receiver.spans.find((span) => span.traceId === traceId && span.kind === kind),
    )
    expect(request).toMatchObject({ name: 'POST /v1/[...path]', parentSpanId: spanId })
    expect(call).toMatchObject({ name: 'POST', parentSpanId: request?.spanId })
    expect(told).toEqual([`00-${traceId}-${call?.spanId}-01`])
    expect(receiver.spans.map(({ name }) => name)).toContain('GET /items/[itemId]')
    expect(receiver.bodies.join('')).not.toContain('Zebedee')
  } finally {
    server.kill('SIGKILL')
    backend.close()
    await receiver.close()
  }
})
