import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type Context,
  defaultTextMapGetter,
  type Span as OtelSpan,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import type { TracingConfig } from '@reviewguide/contracts'
import type { Span, SpanAttributes } from '@reviewguide/workflow/ports'
import { openProvider } from './open-provider.ts'
import { traceFetches } from './trace-fetches.ts'
import type { ExportWatch, Tracing } from './tracing.ts'

/** The tracer over OpenTelemetry. What goes on where is kept by an AsyncLocalStorage of its own. */
export function createTracing(config: TracingConfig, watch: ExportWatch): Tracing {
  const provider = openProvider('reviewguide-backend', config, watch)
  const propagator = new W3CTraceContextPropagator()
  const here = new AsyncLocalStorage<Context>()

  const start = (name: string, kind: SpanKind, attributes: SpanAttributes, parent: Context) => {
    const span = provider.tracer.startSpan(name, { kind, attributes }, parent)
    return ofOtel(span, (work) => here.run(trace.setSpan(parent, span), work))
  }
  const now = () => here.getStore() ?? ROOT_CONTEXT

  const tracing: Omit<Tracing, 'close'> = {
    request: (name, headers, attributes) =>
      start(name, SpanKind.SERVER, attributes, propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter)),
    begin: (name, attributes) => start(name, SpanKind.INTERNAL, attributes, now()),
    call: (name, attributes) =>
      trace.getSpan(now())?.isRecording() ? start(name, SpanKind.CLIENT, attributes, now()) : null,
  }
  const endFetches = traceFetches(tracing)
  return {
    ...tracing,
    async close() {
      endFetches()
      await provider.close()
    },
  }
}

function ofOtel(span: OtelSpan, within: Span['within']): Span {
  return {
    within,
    set: (attributes) => void span.setAttributes(attributes),
    end(errorType) {
      if (errorType !== undefined) span.setAttribute('error.type', errorType).setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    },
  }
}
