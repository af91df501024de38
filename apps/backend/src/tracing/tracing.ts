import type { IncomingHttpHeaders } from 'node:http'
import type { Span, SpanAttributes, Tracer } from '@reviewguide/workflow/ports'

/** The tracer of a service, and how requests come into it. */
export interface Tracing extends Tracer {
  /** Begins the work on a request, as a part of the trace that its `traceparent` names. */
  request(name: string, headers: IncomingHttpHeaders, attributes: SpanAttributes): Span
  /** Sends what was not sent yet, for a second at most: a collector that hangs must not hold up an end. */
  close(): Promise<void>
}

/** Told when traces cannot be sent any more, once, and when they can again. */
export interface ExportWatch {
  onAway: (cause: unknown) => void
  onBack: () => void
}
