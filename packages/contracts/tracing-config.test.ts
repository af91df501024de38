import { describe, expect, it } from 'vitest'
import { readTracing } from './tracing-config.ts'

describe('where traces go', () => {
  it('is nowhere when no address is set, or all is switched off', () => {
    for (const env of [
      {},
      { OTEL_EXPORTER_OTLP_ENDPOINT: '' },
      { OTEL_TRACES_SAMPLER: 'always_on' },
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318', OTEL_SDK_DISABLED: 'true' },
    ])
      expect(readTracing(env)).toEqual({ tracing: null, mistakes: [] })
  })

  it('is said by the variables that OpenTelemetry names', () => {
    const { tracing } = readTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/' })
    expect(tracing).toEqual({
      url: 'http://collector:4318/v1/traces',
      sampler: 'parentbased_always_on',
      ratio: 1,
      delayMs: 5000,
    })
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://traces.example/otlp',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
      OTEL_TRACES_SAMPLER_ARG: ' 0.05\n',
      OTEL_BSP_SCHEDULE_DELAY: '100',
    }
    const exact = { url: 'https://traces.example/otlp', sampler: 'parentbased_traceidratio', ratio: 0.05, delayMs: 100 }
    expect(readTracing(env)).toEqual({ tracing: exact, mistakes: [] })
  })

  it('is told by name where it cannot be, without the value', () => {
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318/hidden',
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'ftp://hidden',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
      OTEL_TRACES_SAMPLER: 'hidden',
      OTEL_TRACES_SAMPLER_ARG: '2',
      OTEL_BSP_SCHEDULE_DELAY: 'hidden',
      OTEL_SDK_DISABLED: 'hidden',
    }
    const { tracing, mistakes } = readTracing(env)
    expect(tracing).toBeNull()
    expect(mistakes.map(({ name }) => name)).toEqual(Object.keys(env))
    expect(JSON.stringify(mistakes)).not.toContain('hidden')
  })
})
