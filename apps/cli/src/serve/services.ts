import { join } from 'node:path'
import { type Config, projectRoot } from '../config.ts'
import { secretKey } from './secret-key.ts'
import { type Service, startService } from './service.ts'

export interface Place {
  folder: string
  host: string
  port: number
  signal?: AbortSignal
}

/** Starts the backend over a migrated database. It may take 8 seconds to end its answers when it is stopped. */
export function startBackend(
  config: Config,
  { folder, host, port, signal }: Place,
  databaseUrl: string,
): Promise<Service> {
  return startService({
    name: 'backend',
    file: join(projectRoot, 'apps/backend/src/main.ts'),
    environment: {
      ...production(folder),
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
export function startFrontend({ folder, host, port, signal }: Place, backendUrl: string): Promise<Service> {
  return startService({
    name: 'page',
    file: join(projectRoot, 'apps/frontend/server.ts'),
    environment: { ...production(folder), PORT: String(port), HOSTNAME: host, BACKEND_URL: backendUrl },
    logFile: join(folder, 'logs', 'frontend.log'),
    patienceMs: 4000,
    signal,
  })
}

/** Compiled code is kept: a later start reads it instead of compiling some thousand files again. */
const production = (folder: string) => ({ NODE_ENV: 'production', NODE_COMPILE_CACHE: join(folder, 'cache') })
