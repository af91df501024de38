import type { Tracer as OtelTracer } from '@opentelemetry/api'
import { type ExportResult, ExportResultCode } from '@opentelemetry/core'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import type { TracingConfig } from '@reviewguide/contracts'
import type { ExportWatch } from './tracing.ts'

/** How long the last spans may take on their way out. */
const CLOSING_MS = 1_000

/**
 * OpenTelemetry's own part: spans go out in batches from a queue of at most 2,048, and what does not fit is lost. It is not made the process' global one, or
 * libraries would write spans of their own, with addresses and queries in them.
 */
export function openProvider(service: string, { url, delayMs, ...sampling }: TracingConfig, watch: ExportWatch) {
  const exporter = new OTLPTraceExporter({ url })
  const provider = new TracerProvider({
    // The environment's OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES go before ours.
    resource: resourceFromAttributes({ 'service.name': service }).merge(detectResources({ detectors: [envDetector] })),
    sampler: samplerOf(sampling),
    spanProcessors: [new BatchSpanProcessor({ exporter: watched(exporter, watch), scheduledDelayMillis: delayMs })],
  })
  const tracer: OtelTracer = provider.getTracer('reviewguide')
  return {
    tracer,
    async close() {
      const late = new Promise<void>((resolve) => setTimeout(resolve, CLOSING_MS).unref())
      await Promise.race([provider.shutdown().catch(() => {}), late])
    },
  }
}

function samplerOf({ sampler, ratio }: Pick<TracingConfig, 'sampler' | 'ratio'>): Sampler {
  const root = sampler.endsWith('_on')
    ? new AlwaysOnSampler()
    : sampler.endsWith('_off')
      ? new AlwaysOffSampler()
      : new TraceIdRatioBasedSampler(ratio)
  return sampler.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root
}

/** The exporter, with word of whether it gets through. */
function watched(exporter: SpanExporter, { onAway, onBack }: ExportWatch): SpanExporter {
  let away = false
  const heed = ({ code, error }: ExportResult) => {
    const failed = code !== ExportResultCode.SUCCESS
    if (failed && !away) onAway(error)
    if (!failed && away) onBack()
    away = failed
  }
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        heed(result)
        done(result)
      }),
    shutdown: () => exporter.shutdown(),
  }
}
