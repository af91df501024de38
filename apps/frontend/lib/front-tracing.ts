import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  type Attributes,
  defaultTextMapGetter,
  defaultTextMapSetter,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import type { TracingConfig } from '@reviewguide/contracts'
import type { Logger } from 'pino'
import { openProvider } from './open-provider.ts'
import type { ProcessTrace } from './process-trace.ts'
import type { RouteOf } from './route-patterns.ts'

/** The traces of the page's server. */
export interface FrontTracing extends ProcessTrace {
  /** Makes the request a piece of work, a part of the trace that its `traceparent` names or a trace of its own, and writes it there for whoever it is passed on to. */
  traceRequest(request: IncomingMessage, response: ServerResponse, routeOf: RouteOf): void
  /** Sends what was not sent yet, for a second at most. */
  close(): Promise<void>
}

/** What the build made is not worth a trace: it comes from memory or from disk. */
const UNTRACED = '/_next'

/** Opens what sends traces. */
export function createFrontTracing(config: TracingConfig, log: Pick<Logger, 'warn' | 'info'>): FrontTracing {
  const { tracer, close } = openProvider('reviewguide-frontend', config, {
    onAway: (err) => log.warn({ err }, 'traces cannot be sent, and are lost until they can'),
    onBack: () => log.info('traces are sent again'),
  })
  const propagator = new W3CTraceContextPropagator()

  /** Begins a span below the one that the headers name, and names it in what goes on from here. */
  const begin = (name: string, kind: SpanKind, attributes: Attributes, from: Record<string, unknown>) => {
    const parent = propagator.extract(ROOT_CONTEXT, from, defaultTextMapGetter)
    const span = tracer.startSpan(name, { kind, attributes }, parent)
    const headers: Record<string, string> = {}
    propagator.inject(trace.setSpan(parent, span), headers, defaultTextMapSetter)
    return { span, headers }
  }

  return {
    traceRequest(request, response, routeOf) {
      const route = routeOf(request.url ?? '')
      if (route === UNTRACED) return
      const { method = 'GET' } = request
      const attributes = { 'http.request.method': method, 'http.route': route }
      const { span, headers } = begin(`${method} ${route}`, SpanKind.SERVER, attributes, request.headers)
      delete request.headers.tracestate
      Object.assign(request.headers, headers)
      response.once('close', () => end(span, { status: response.statusCode }))
    },

    callBackend(method, target, given) {
      const attributes = {
        'http.request.method': method,
        'server.address': target.hostname,
        'server.port': Number(target.port || (target.protocol === 'https:' ? 443 : 80)),
      }
      const { span, headers } = begin(method, SpanKind.CLIENT, attributes, Object.fromEntries(given))
      return { headers, end: (outcome) => end(span, outcome) }
    },

    close,
  }
}

function end(span: Span, outcome: { status: number } | { errorType: string }): void {
  const failed = 'errorType' in outcome ? outcome.errorType : outcome.status >= 500 ? String(outcome.status) : undefined
  if ('status' in outcome) span.setAttribute('http.response.status_code', outcome.status)
  if (failed !== undefined) span.setAttribute('error.type', failed).setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}
