import type { StageSettings } from '../settings/stage-settings.ts'

/** What tells a service where its traces go, where anything does. */
export function tracingEnvironment(settings: StageSettings): Record<string, string> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG, stage } = settings
  if (!OTEL_EXPORTER_OTLP_ENDPOINT) return {}
  return {
    OTEL_EXPORTER_OTLP_ENDPOINT,
    OTEL_RESOURCE_ATTRIBUTES: `deployment.environment.name=${stage},service.version=${settings.IMAGE_TAG}`,
    ...(OTEL_TRACES_SAMPLER && { OTEL_TRACES_SAMPLER }),
    ...(OTEL_TRACES_SAMPLER_ARG && { OTEL_TRACES_SAMPLER_ARG }),
  }
}
