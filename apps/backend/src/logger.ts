import { type LogFormat, levelName, loggedError, textLine } from '@reviewguide/contracts'
import { type DestinationStream, type Logger, pino } from 'pino'
import type { Config } from './config.ts'

/** A line for each event on standard output, or on `out`. Of errors it keeps what a developer needs, and no words. */
export function createLogger(
  { logLevel, logFormat }: Pick<Config, 'logLevel' | 'logFormat'>,
  out: DestinationStream = standardOutput(),
): Logger {
  return pino(
    {
      level: logLevel,
      base: { service: 'reviewguide-backend' },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: levelName(label) }) },
      serializers: { err: (error: unknown) => loggedError(error) },
    },
    inFormat(logFormat, out),
  )
}

const inFormat = (format: LogFormat, out: DestinationStream): DestinationStream =>
  format === 'json' ? out : { write: (line) => out.write(`${textLine(line)}\n`) }

/** Written at once, so that lines are out, and in their order, however the process ends. A line is a few microseconds; who does not read holds us back, as with any program's output. */
const standardOutput = (): DestinationStream => pino.destination({ dest: 1, sync: true })
