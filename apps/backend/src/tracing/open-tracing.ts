import type { TracingConfig } from '@reviewguide/contracts'
import type { ExportWatch, Tracing } from './tracing.ts'

/** Opens what sends traces; nothing of it is read from disk where no address is set. */
export async function openTracing(config: TracingConfig | null, watch: ExportWatch): Promise<Tracing | undefined> {
  if (!config) return undefined
  const { createTracing } = await import('./create-tracing.ts')
  return createTracing(config, watch)
}
