import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { type Cluster, clusterPlace, openCluster, ROLE } from './cluster.ts'
import { nativeBinaries } from './native-binaries.ts'
import { OwnPostgresError } from './own-postgres-error.ts'
import { acquireProcessLock, type ProcessLock } from './process-lock.ts'
import { startServer, stopLeftover } from './server-process.ts'

export interface OwnPostgresOptions {
  /** The data folder; made when it does not exist. The files are in its `postgres`, the log in its `logs/postgres.log`. */
  dataDir: string
  /** Takes what happens, a sentence each. */
  log?: (text: string) => void
  /** What the caller is, for those who find the folder in use: "reviewguide start". */
  what?: string
  /** A loopback port to use if it is free; any free one otherwise. */
  port?: number
  signal?: AbortSignal
}

export interface OwnPostgres {
  /** `postgresql://` address of the database, password included: not for logs. */
  url: string
  pid: number
  port: number
  /** Settles when the server has ended, by `stop` or by itself. */
  exited: Promise<void>
  /** Ends the server and waits for it, at most 30 seconds; what was committed is kept. When `hurry` aborts it ends without the closing checkpoint. */
  stop(options?: { hurry?: AbortSignal }): Promise<void>
}

/**
 * Starts a PostgreSQL 15 of our own on the files in a data folder, in a process of its own, on a free loopback port, and waits until it takes
 * connections. The first start makes the files (about a second), a later one stops a server that a killed process left behind. Throws
 * `OwnPostgresError` with a sentence for people: the folder is in use by another process, cannot be written, or the server does not start.
 */
export async function startOwnPostgres({
  dataDir,
  log = () => undefined,
  what = 'reviewguide',
  port,
  signal,
}: OwnPostgresOptions): Promise<OwnPostgres> {
  const folder = resolve(dataDir)
  makeWritable(folder)
  const lock = lockFolder(folder, what)
  try {
    const place = clusterPlace(folder)
    const binaries = nativeBinaries({ dataDir: folder, asRoot: place.account !== null })
    if ((await stopLeftover(place.folder)) === 'stopped') log('Stopped a database that an earlier run left behind.')
    const cluster = await openCluster(place, binaries)
    const server = await startServer(cluster, binaries.postgres, {
      logFile: join(folder, 'logs', 'postgres.log'),
      port,
      signal,
    })
    try {
      await makeDatabase(cluster, server.port)
    } catch (error) {
      await server.stop()
      throw error
    }
    lock.setAddress(`127.0.0.1:${server.port}`)
    const exited = server.exited.then(() => lock.release())
    return {
      url: address(cluster, server.port, ROLE),
      pid: server.pid,
      port: server.port,
      exited,
      async stop({ hurry } = {}) {
        await server.stop(hurry)
        await exited
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new OwnPostgresError(
      `The data folder ${folder} cannot be written. Name another one in REVIEWGUIDE_DATA_DIR.`,
      { cause },
    )
  }
}

function lockFolder(folder: string, what: string): ProcessLock {
  const result = acquireProcessLock(join(folder, 'postgres.lock'), what)
  if (result.taken) return result.lock
  const { pid, what: holder, address: at } = result.owner
  throw new OwnPostgresError(
    `The database in ${folder} is in use by process ${pid} (${holder})${at ? `, which serves it at ${at}` : ''}. ` +
      'Stop that process, or name another folder in REVIEWGUIDE_DATA_DIR.',
    { reason: 'in_use' },
  )
}

const address = ({ password }: Cluster, port: number, database: string) =>
  `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${database}`

async function makeDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = new Client({ connectionString: address(cluster, port, 'postgres'), connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [ROLE])
    if (rowCount === 0) await client.query(`create database ${ROLE}`)
  } finally {
    await client.end()
  }
}
