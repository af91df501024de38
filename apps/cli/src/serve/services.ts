import { join } from 'node:path'
import type { LogFormat } from '@reviewguide/contracts'
import { type Config, projectRoot } from '../config.ts'
import { secretKey } from './secret-key.ts'
import { type Service, startService } from './service.ts'

export interface Place {
  folder: string
  host: string
  port: number
  logFormat: LogFormat
  signal?: AbortSignal
}

/** Starts the backend over a migrated database. It may take 8 seconds to end its answers when it is stopped. */
export function startBackend(config: Config, place: Place, databaseUrl: string): Promise<Service> {
  const { folder, host, port, signal } = place
  return startService({
    name: 'backend',
    file: join(projectRoot, 'apps/backend/src/main.ts'),
    environment: {
      ...production(place),
      APP_PORT: String(port),
      HOST: host,
      DATABASE_URL: databaseUrl,
      REDIS_URL: config.redisUrl,
      REVIEWGUIDE_DATA_DIR: folder,
      PUBLIC_URL: config.publicUrl,
      SECRET_KEY: config.secretKey ?? secretKey(folder),
    },
    logFile: join(folder, 'logs', 'backend.log'),
    patienceMs: 8000,
    signal,
  })
}

/** Starts the built page. */
export function startFrontend(place: Place, backendUrl: string): Promise<Service> {
  const { folder, host, port, signal } = place
  return startService({
    name: 'page',
    file: join(projectRoot, 'apps/frontend/server.ts'),
    environment: { ...production(place), PORT: String(port), HOSTNAME: host, BACKEND_URL: backendUrl },
    logFile: join(folder, 'logs', 'frontend.log'),
    patienceMs: 4000,
    signal,
  })
}

/** Compiled code is kept: a later start reads it instead of compiling some thousand files again. */
const production = ({ folder, logFormat }: Place) => ({
  NODE_ENV: 'production',
  NODE_COMPILE_CACHE: join(folder, 'cache'),
  LOG_FORMAT: logFormat,
})
