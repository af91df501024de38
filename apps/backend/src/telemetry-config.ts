import { type TracingConfig, tracingOf, tracingVariables } from '@reviewguide/contracts'
import { z } from 'zod'
import { orUnset } from './variable-forms.ts'

const port = 'expected a port from 1 to 65535'

/** The variables of what can be seen from outside, for the schema of the whole environment. */
export const telemetryVariables = {
  METRICS_PORT: orUnset(z.coerce.number(port).int(port).min(1, port).max(65_535, port).optional()),
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
