import { existsSync } from 'node:fs'
import { startChild } from '../child.ts'
import type { RunningBackend } from './with-backends.ts'

const built = new URL('../../apps/frontend/.next/BUILD_ID', import.meta.url)

/** Why there is no page to measure with; null when there is one. */
export const noPage = (): string | null => (existsSync(built) ? null : 'the page is not built (npm run build)')

/** Does work on the page's server before a backend, and ends it. See `noPage`. */
export async function withPage<T>(
  backendUrl: string,
  signal: AbortSignal,
  work: (page: RunningBackend) => Promise<T>,
  more: Record<string, string> = {},
): Promise<T> {
  const env = { NODE_ENV: 'production', PORT: '0', HOSTNAME: '127.0.0.1', BACKEND_URL: backendUrl, ...more }
  const child = startChild(new URL('../../apps/frontend/server.ts', import.meta.url), [], env, signal)
  try {
    const { port } = await child.message<{ port: number }>()
    return await work({ url: `http://127.0.0.1:${port}`, child })
  } finally {
    await child.stop()
  }
}
