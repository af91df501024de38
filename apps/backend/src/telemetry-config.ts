import { type TracingConfig, tracingOf, tracingVariables } from '@reviewguide/contracts'
import type { z } from 'zod'
import { number, orUnset } from './variable-forms.ts'

/** The variables of what can be seen from outside, for the schema of the whole environment. */
export const telemetryVariables = {
  METRICS_PORT: orUnset(number(1, 65_535, 'expected a port from 1 to 65535').optional()),
  ...tracingVariables,
}

export interface Telemetry {
  /** Where `/metrics` is served; null for nowhere. */
  metricsPort: number | null
  /** Where traces go; null for nowhere. */
  tracing: TracingConfig | null
}

/** What the variables say. */
export function telemetryOf(env: z.infer<z.ZodObject<typeof telemetryVariables>>): Telemetry {
  return { metricsPort: env.METRICS_PORT ?? null, tracing: tracingOf(env) }
}
