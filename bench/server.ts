import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startOwnPostgres } from '@reviewguide/adapters/own-postgres'
import { createPool, migrateToLatest } from '@reviewguide/adapters/postgres'

/** The PostgreSQL that a run measures on. */
export interface BenchServer {
  /** What it is, for the table. */
  name: string
  /** Makes a migrated, empty database and gives its address. */
  createDatabase(): Promise<string>
  /** Removes what was made, and the server too when it is our own. */
  close(): Promise<void>
}

/** Uses the server that `DATABASE_URL` names, or starts one of our own in a folder that goes with the run. */
export async function openServer(): Promise<BenchServer> {
  const given = process.env.DATABASE_URL
  if (given) return serverAt(given, `PostgreSQL at ${new URL(given).host}`, async () => {})
  const dataDir = await mkdtemp(join(tmpdir(), 'reviewguide-bench-'))
  const removeFolder = () => rm(dataDir, { recursive: true, force: true })
  try {
    const own = await startOwnPostgres({ dataDir, what: 'the benchmark' })
    return serverAt(own.url, 'PostgreSQL of our own', async () => {
      await own.stop()
      await removeFolder()
    })
  } catch (error) {
    await removeFolder()
    throw error
  }
}

function serverAt(url: string, name: string, stop: () => Promise<void>): BenchServer {
  const made: string[] = []
  const admin = createPool(url, { max: 1, statementTimeoutMs: 60_000 })
  return {
    name,
    async createDatabase() {
      const database = `reviewguide_bench_${randomBytes(6).toString('hex')}`
      await admin.query(`create database ${database} template template0`)
      made.push(database)
      const address = new URL(url)
      address.pathname = `/${database}`
      await migrateToLatest(address.href)
      return address.href
    },
    async close() {
      for (const database of made) await admin.query(`drop database if exists ${database} with (force)`)
      await admin.end()
      await stop()
    },
  }
}
