import { type LogFormat, type LogLevel, levelName, loggedError, pinoLevel, textLine } from '@reviewguide/contracts'
import { type DestinationStream, type Logger, pino } from 'pino'

/** The log of the page's server: a line for each event on standard output, or on `out`, in the form that the backend's has. */
export function createServerLog(
  { logLevel, logFormat }: { logLevel: LogLevel; logFormat: LogFormat },
  out: DestinationStream = standardOutput(),
): Logger {
  return pino(
    {
      level: pinoLevel[logLevel],
      base: { service: 'reviewguide-frontend' },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: levelName(label) }) },
      serializers: { err: (error: unknown) => loggedError(error) },
    },
    logFormat === 'json' ? out : { write: (line) => out.write(`${textLine(line)}\n`) },
  )
}

const consoleLevels = { debug: 'debug', log: 'debug', info: 'debug', warn: 'warn', error: 'error' } as const

/**
 * From here on what Next and Node say on the console is a line of the log. Where it came from is kept and its words are not: an address with somebody's
 * ids may stand in them.
 */
export function takeOverConsole(log: Logger): void {
  for (const [method, level] of Object.entries(consoleLevels)) {
    Object.assign(console, {
      [method]: (...said: unknown[]) => {
        const err = said.find((part) => part instanceof Error) ?? new Error('said on the console')
        log[level]({ err }, 'something was said on the console')
      },
    })
  }
  // The one who listens already prints them.
  process.removeAllListeners('warning')
  process.on('warning', (err) => log.warn({ err }, 'a warning of Node'))
}

/** Written at once, so that lines are out, and in their order, however the process ends. A line is a few microseconds; who does not read holds us back, as with any program's output. */
const standardOutput = (): DestinationStream => pino.destination({ dest: 1, sync: true })
