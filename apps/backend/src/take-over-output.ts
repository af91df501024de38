import type { Logger } from 'pino'

const consoleLevels = { debug: 'debug', log: 'debug', info: 'debug', warn: 'warn', error: 'error' } as const

/**
 * From here on all that this process writes is a line of the log: also what libraries say on the console, Node's warnings, and what nobody caught, which
 * ends the process as ever. Where it came from is kept and its words are not: they may be anybody's.
 */
export function takeOverOutput(logger: Logger): void {
  for (const [method, level] of Object.entries(consoleLevels)) {
    Object.assign(console, {
      [method]: (...said: unknown[]) => {
        const err = said.find((part) => part instanceof Error) ?? new Error('said on the console')
        logger[level]({ err }, 'something was said on the console')
      },
    })
  }
  // The one who listens already prints them.
  process.removeAllListeners('warning')
  process.on('warning', (err) => logger.warn({ err }, 'a warning of Node'))
  const fail = (err: unknown) => {
    logger.fatal({ err }, 'the process failed')
    process.exit(1)
  }
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
}
