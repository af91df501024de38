import { freePort } from '@reviewguide/adapters/own-postgres'
import { readConfig } from './config.ts'
import { dataFolder, openDataFolder } from './data-folder.ts'
import { openDatabase } from './open-database.ts'
import { loadSample } from './serve/load-sample.ts'
import { startBackend } from './serve/services.ts'
import { runningServer } from './server-record.ts'

/**
 * Does work against a backend: the running server's, or one that is started on a free port for it and stopped afterwards, over the database
 * that `openDatabase` finds, with the sample loaded if that is empty. `say` takes what is being waited for.
 */
export async function withServer<T>(
  { say, signal }: { say: (text: string) => void; signal: AbortSignal },
  work: (backendUrl: string, folder: string) => Promise<T>,
): Promise<T> {
  const config = readConfig()
  const folder = openDataFolder(dataFolder(config.dataDir))
  const running = runningServer(folder)?.backendUrl
  if (running) return work(running, folder)

  say('Starting a server for this question')
  const database = await openDatabase({ say, signal })
  try {
    await loadSample({ url: database.url, folder, detail: say, signal })
    const port = await freePort()
    const place = { folder, host: '127.0.0.1', port, signal, logFormat: config.logFormat }
    const backend = await startBackend(config, place, database.url)
    try {
      return await work(`http://127.0.0.1:${port}`, folder)
    } finally {
      await backend.stop()
    }
  } finally {
    await database.close()
  }
}
