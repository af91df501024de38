import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedSpan {
  service: string
  traceId: string
  spanId: string
  parentSpanId: string | undefined
  name: string
  kind: 'internal' | 'server' | 'client'
  attributes: Record<string, string | number | boolean>
  failed: boolean
}

export interface OtlpReceiver {
  url: string
  spans: ReceivedSpan[]
  /** Every byte that was sent. */
  bodies: string[]
  close(): Promise<void>
}

interface KeyValue {
  key: string
  value: { stringValue?: string; intValue?: number; doubleValue?: number; boolValue?: boolean }
}

/** The part of OTLP's JSON that is read here. */
interface ExportedTraces {
  resourceSpans: {
    resource: { attributes: KeyValue[] }
    scopeSpans: {
      spans: {
        traceId: string
        spanId: string
        parentSpanId?: string
        name: string
        kind: number
        attributes: KeyValue[]
        status: { code?: number }
      }[]
    }[]
  }[]
}

/** A collector on this machine that keeps what it gets. `answer` is another where it hangs. */
export async function startOtlpReceiver(
  answer: (response: ServerResponse) => void = (response) => response.end('{}'),
  port = 0,
): Promise<OtlpReceiver> {
  const [spans, bodies]: [ReceivedSpan[], string[]] = [[], []]
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString()
    bodies.push(body)
    if (request.url === '/v1/traces') spans.push(...read(JSON.parse(body) as ExportedTraces))
    response.setHeader('content-type', 'application/json')
    answer(response)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    bodies,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

const kinds = { 1: 'internal', 2: 'server', 3: 'client' } as const

function read({ resourceSpans }: ExportedTraces): ReceivedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = String(plain(resource.attributes)['service.name'])
    return scopeSpans.flatMap((scope) =>
      scope.spans.map(({ traceId, spanId, parentSpanId, name, kind, attributes, status }) => ({
        service,
        traceId,
        spanId,
        parentSpanId,
        name,
        kind: kinds[kind as keyof typeof kinds],
        attributes: plain(attributes),
        failed: status.code === 2,
      })),
    )
  })
}

function plain(attributes: KeyValue[]): ReceivedSpan['attributes'] {
  return Object.fromEntries(
    attributes.map(({ key, value }) => [
      key,
      value.stringValue ?? value.intValue ?? value.doubleValue ?? value.boolValue ?? '',
    ]),
  )
}
