import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { createPool } from './connect.ts'
import { databaseError } from './database-error.ts'
import { migrations } from './migrations/index.ts'

/** Any number, as long as nothing else in the database locks by it. */
const MIGRATION_LOCK = 7_261_101_914

/**
 * Brings the database to the newest schema: makes the schema `reviewguide` and runs what has not run, each migration once however many
 * processes start together. Returns the names of those it ran. Throws `database_unavailable`, or what Postgres said of a failed migration,
 * which leaves nothing of itself behind.
 */
export async function migrateToLatest(connectionString: string): Promise<{ applied: string[] }> {
  // A migration may have to rewrite a large table, so there is no statement timeout.
  const pool = createPool(connectionString, { max: 2, statementTimeoutMs: 0, applicationName: 'reviewguide-migrate' })
  // Two processes that create the schema at once collide inside Postgres even with "if not exists": one lock is around everything.
  const lock = await pool.connect().catch(async (error: unknown) => {
    await pool.end()
    throw databaseError(error)
  })
  lock.on('error', () => undefined)
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
    await sql`create schema if not exists reviewguide`.execute(db)
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve(migrations) },
      migrationTableSchema: 'reviewguide',
      migrationTableName: 'migrations',
      migrationLockTableName: 'migrations_lock',
    })
    const { error, results = [] } = await migrator.migrateToLatest()
    if (error !== undefined) throw error
    return { applied: results.filter((result) => result.status === 'Success').map((result) => result.migrationName) }
  } catch (error) {
    throw databaseError(error)
  } finally {
    // Closing the connection gives the lock back, whatever state it is in.
    lock.release(true)
    await pool.end()
  }
}
