import type { Logger } from 'pino'
import type { ExportWatch } from './tracing.ts'

/** A line when traces cannot be sent, and one when they can again. */
export function reportExports(logger: Logger): ExportWatch {
  return {
    onAway: (cause) => logger.warn({ err: cause }, 'traces cannot be sent, and are lost until they can'),
    onBack: () => logger.info('traces are sent again'),
  }
}
