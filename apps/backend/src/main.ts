import { inspect } from 'node:util'
import { ConfigError } from './config.ts'
import { runBackend } from './run-backend.ts'

runBackend().catch((error: unknown) => {
  const { code, port } = (error ?? {}) as { code?: string; port?: number }
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`)
  else if (code === 'EADDRINUSE')
    process.stderr.write(`Port ${port} is in use by another program. Set APP_PORT to another one.\n`)
  else process.stderr.write(`${inspect(error)}\n`)
  process.exit(1)
})
