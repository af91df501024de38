import { freePort } from '@reviewguide/adapters/own-postgres'
import { type Child, startChild } from '../child.ts'
import { limitsOff } from './limits-off.ts'

export interface RunningBackend {
  url: string
  child: Child
}

/** A backend as it is, or one of the files of `processes`. */
export const backendFile = new URL('../../apps/backend/src/main.ts', import.meta.url)

export interface SharedBackends {
  /** What each of them runs. */
  file: URL
  count: number
  databaseUrl: string
  redisUrl: string
  signal: AbortSignal
  /** Variables beside those that all have. */
  env?: Record<string, string>
}

/** Does work on backends that share a database and a Redis and know the same cookies, and ends them. */
export async function withBackends<T>(
  { file, count, databaseUrl, redisUrl, signal, env: more = {} }: SharedBackends,
  work: (backends: RunningBackend[]) => Promise<T>,
): Promise<T> {
  const started: RunningBackend[] = []
  try {
    for (let n = 0; n < count; n += 1) {
      const port = await freePort()
      const env = {
        APP_PORT: String(port),
        DATABASE_URL: databaseUrl,
        REDIS_URL: redisUrl,
        SECRET_KEY: 'a key for benchmarks only',
        ...limitsOff,
        ...more,
      }
      started.push({ url: `http://127.0.0.1:${port}`, child: startChild(file, [], env, signal) })
    }
    await Promise.all(started.map(({ child }) => child.message()))
    return await work(started)
  } finally {
    await Promise.all(started.map(({ child }) => child.stop()))
  }
}
