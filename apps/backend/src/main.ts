import { LogFormat } from '@reviewguide/contracts'
import { ConfigError } from './config.ts'
import { createLogger } from './logger.ts'
import { runBackend } from './run-backend.ts'

runBackend().catch((error: unknown) => {
  // The configuration may be what is wrong: of it only the form of the lines counts here.
  const logFormat = LogFormat.catch('json').parse(process.env.LOG_FORMAT?.trim().toLowerCase())
  const logger = createLogger({ logLevel: 'error', logFormat })
  const { code, port } = (error ?? {}) as { code?: string; port?: number }
  if (error instanceof ConfigError) {
    for (const { name, text } of error.mistakes)
      logger.error({ variable: name }, `the configuration is wrong: ${name}: ${text}`)
  } else if (code === 'EADDRINUSE') {
    logger.error(`Port ${port} is in use by another program. Set APP_PORT to another one.`)
  } else logger.error({ err: error }, 'the backend cannot start')
  process.exit(1)
})
