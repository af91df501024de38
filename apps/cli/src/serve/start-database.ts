import { join } from 'node:path'
import { startOwnPostgres } from '@reviewguide/adapters/own-postgres'
import type { Restartable } from './keep-running.ts'
import { logTail } from './log-tail.ts'

export interface OwnDatabase extends Restartable {
  url: string
  port: number
}

/** Our own PostgreSQL as something that can be kept running. `port` is the one to use if it is free: the backend knows it. */
export async function startOwnDatabase(
  folder: string,
  say: (text: string) => void,
  port?: number,
  signal?: AbortSignal,
): Promise<OwnDatabase> {
  const server = await startOwnPostgres({ dataDir: folder, what: 'reviewguide start', log: say, port, signal })
  return {
    name: 'database',
    url: server.url,
    port: server.port,
    exited: server.exited.then(() => 'see its log'),
    stop: (hurry) => server.stop({ hurry }),
    lastLines: () => logTail(join(folder, 'logs', 'postgres.log')),
  }
}
