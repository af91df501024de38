import { createApp } from './app.ts'
import { loadConfig } from './config.ts'
import { createDependencies } from './dependencies.ts'
import { createLogger } from './logger.ts'
import { serveMetrics } from './metrics/serve-metrics.ts'
import { prepareDatabase } from './prepare-database.ts'
import { takeOverOutput } from './take-over-output.ts'

/** Beyond the runs' own grace: for streams to be read to their end and connections to close. */
const CLOSING_MS = 2_500

/**
 * Runs the backend by the environment of this process until a signal, or the end of the parent, ends it. Resolves when it listens.
 * `makeWorkflow` is for tests, which need answers that take their time. Throws a `ConfigError`, or what listening failed with.
 */
export async function runBackend(makeWorkflow?: Parameters<typeof createDependencies>[2]): Promise<void> {
  const config = loadConfig(process.env)
  const logger = createLogger(config)
  takeOverOutput(logger)
  if (config.secretKeyGenerated) logger.warn('SECRET_KEY is not set: guests lose their chats when this process ends')
  if (config.production && config.redisUrl === null)
    logger.warn(
      'REDIS_URL is not set: there may be only one backend, since sessions, limits and runs are kept in this process',
    )
  const deps = await createDependencies(config, logger, makeWorkflow)
  const app = await createApp(deps)
  const { metricsPort, host } = config
  const metricsServer =
    deps.metrics && metricsPort !== null ? await serveMetrics(deps.metrics, { port: metricsPort, host }) : null

  const ending = new AbortController()
  const end = async (why: string) => {
    // Asked twice, it does not wait any longer.
    if (ending.signal.aborted) process.exit(1)
    ending.abort()
    logger.info({ why }, 'ending')
    const late = setTimeout(() => {
      app.server.closeAllConnections()
      logger.warn('some connections were cut off')
    }, config.shutdownGraceMs + CLOSING_MS)
    await app.close()
    clearTimeout(late)
    await metricsServer?.close()
    await deps.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void end('SIGTERM'))
  process.on('SIGINT', () => void end('SIGINT'))
  void deps.loginRefused.then(() => {
    logger.error('the database refuses the login that it took before: a new process gets the one that holds now')
    // Where nobody starts another, a backend that answers what needs no database is better than none.
    if (config.production) void end('login refused')
  })
  // Whoever started us has died: nobody else would end us.
  process.on('disconnect', () => void end('parent gone'))

  await prepareDatabase(deps, logger, ending.signal)
  if (ending.signal.aborted) return
  await app.listen({ port: config.port, host: config.host })
  process.send?.({ ready: true })
}
