import { freePort } from '@reviewguide/adapters/own-postgres'
import { startChild } from '../child.ts'
import { limitsOff } from '../load/limits-off.ts'
import { type AskClient, createAskClient } from './ask-client.ts'

/** Does work on a backend of its own, over HTTP, and ends it. */
export async function withBackend<T>(
  url: string,
  signal: AbortSignal,
  work: (client: AskClient) => Promise<T>,
): Promise<T> {
  const port = await freePort()
  const env = {
    APP_PORT: String(port),
    DATABASE_URL: url,
    SECRET_KEY: 'a key for benchmarks only',
    ...limitsOff,
    ...(process.env.REDIS_URL && { REDIS_URL: process.env.REDIS_URL }),
  }
  const backend = startChild(new URL('../../apps/backend/src/main.ts', import.meta.url), [], env, signal)
  const client = createAskClient(`http://127.0.0.1:${port}`)
  try {
    await backend.message()
    return await work(client)
  } finally {
    client.close()
    await backend.stop()
  }
}
