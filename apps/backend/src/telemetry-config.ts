import { z } from 'zod'

const port = 'expected a port from 1 to 65535'

/** The variables of what can be seen from outside, for the schema of the whole environment. */
export const telemetryVariables = {
  METRICS_PORT: unset(z.coerce.number(port).int(port).min(1, port).max(65_535, port).optional()),
}

/** An empty variable is one that is not set. */
function unset<T extends z.ZodType>(schema: T) {
  return z.preprocess((text) => (text === '' ? undefined : text), schema)
}
