import { setTimeout as sleep } from 'node:timers/promises'
import { type OwnPostgres, OwnPostgresError, startOwnPostgres } from '@reviewguide/adapters/own-postgres'
import { readConfig } from './config.ts'
import { dataFolder, openDataFolder } from './data-folder.ts'
import { migrate } from './dependencies.ts'
import { runningServer } from './server-record.ts'

export interface OpenDatabase {
  /** Address of the migrated database, password included: not for logs. */
  url: string
  /** Whose it is: the one that DATABASE_URL names, the running server's, or one that was started for this command. */
  from: 'environment' | 'server' | 'own'
  /** Stops what was started; may be called twice. */
  close(): Promise<void>
}

export interface OpenDatabaseOptions {
  /** Takes a sentence when there is something to wait for. */
  say?: (text: string) => void
  /** Ends the wait. Whoever hands it in listens to Ctrl-C and closes what was opened. */
  signal?: AbortSignal
  /** False for the command that migrates by itself. */
  migrated?: boolean
}

/** Another command may hold the database as long as its import takes; a minute covers most, and then the person should decide. */
const PATIENCE_MS = 60_000

/**
 * Opens the database that a command works on: the one that DATABASE_URL names, else that of the server which runs on the data folder,
 * else PostgreSQL is started for the command and stopped by `close`. It is migrated. Throws `CommandError` or `OwnPostgresError` with a sentence.
 */
export async function openDatabase({
  say = () => undefined,
  signal,
  migrated = true,
}: OpenDatabaseOptions = {}): Promise<OpenDatabase> {
  const config = readConfig()
  if (config.databaseUrl) {
    if (migrated) await migrate(config.databaseUrl)
    return { url: config.databaseUrl, from: 'environment', close: async () => undefined }
  }
  const folder = dataFolder(config.dataDir)
  const opened = await serverOrOwn(openDataFolder(folder), say, signal)
  if ('from' in opened) return opened
  try {
    if (migrated) await migrate(opened.url)
  } catch (error) {
    await opened.stop()
    throw error
  }
  const forget = signal ? () => undefined : stopOnSignal(opened)
  return {
    url: opened.url,
    from: 'own',
    async close() {
      forget()
      await opened.stop()
    },
  }
}

/** PostgreSQL does not end with us: for a command that does not listen to Ctrl-C itself it is stopped here. */
function stopOnSignal(server: OwnPostgres): () => void {
  const end = (name: NodeJS.Signals) => {
    void server.stop().finally(() => process.exit(name === 'SIGINT' ? 130 : 143))
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const name of signals) process.once(name, end)
  return () => {
    for (const name of signals) process.off(name, end)
  }
}

async function serverOrOwn(
  folder: string,
  say: (text: string) => void,
  signal?: AbortSignal,
): Promise<OpenDatabase | OwnPostgres> {
  const what = `reviewguide ${process.argv[2] ?? ''}`.trim()
  for (let waited = 0; ; waited += 250) {
    const url = runningServer(folder)?.databaseUrl
    if (url) return { url, from: 'server', close: async () => undefined }
    try {
      return await startOwnPostgres({ dataDir: folder, what, log: say, signal })
    } catch (error) {
      if (!(error instanceof OwnPostgresError) || error.reason !== 'in_use' || waited >= PATIENCE_MS) throw error
      if (waited === 0) say(`Another command is using the database in ${folder}; waiting for it.`)
      await sleep(250, undefined, { signal })
    }
  }
}
