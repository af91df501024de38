import { createHash, randomBytes } from 'node:crypto'
import {
  createDatabase,
  createPool,
  migrateToLatest,
  migrations,
  type ReviewGuideDatabase,
} from '@reviewguide/adapters/postgres'
import { serverUrl, withDatabase } from './test-server.ts'

/** Any number, as long as nothing else on the server locks by it. */
const TEMPLATE_LOCK = 7_261_101_915

type Pool = ReturnType<typeof createPool>

export interface TestDatabase {
  url: string
  pool: Pool
  db: ReviewGuideDatabase
  /** Ends the pool and removes the database, also while somebody else is still connected. */
  drop(): Promise<void>
}

/**
 * Makes a migrated, empty database of its own for one test file, by copying a template that is migrated once a server and set of migrations.
 * Needs the right to create databases; throws when no server is there.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const admin = createPool(serverUrl(), { max: 1, statementTimeoutMs: 60_000 })
  const name = `reviewguide_test_${randomBytes(6).toString('hex')}`
  try {
    const client = await admin.connect()
    try {
      // Test files run in several processes: one makes the template, and copies wait, since a template in use cannot be copied.
      await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
      const template = await ensureTemplate((text, values) => client.query(text, values))
      await client.query(`create database ${name} template ${template}`)
    } finally {
      client.release(true)
    }
  } finally {
    await admin.end()
  }
  const url = withDatabase(serverUrl(), name)
  const pool = createPool(url, { max: 4 })
  return {
    url,
    pool,
    db: createDatabase(pool),
    async drop() {
      await pool.end()
      const remover = createPool(serverUrl(), { max: 1, statementTimeoutMs: 60_000 })
      try {
        await remover.query(`drop database if exists ${name} with (force)`)
      } finally {
        await remover.end()
      }
    },
  }
}

type Send = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>

/** The template's name carries a hash of the migrations: whoever changes one gets a new template. */
async function ensureTemplate(send: Send): Promise<string> {
  const template = `reviewguide_template_${migrationsHash()}`
  const made = await send('select 1 from pg_database where datname = $1', [template])
  if (made.rows.length > 0) return template
  // Renamed only when whole: a run that dies in between leaves no half-migrated template behind.
  const draft = `${template}_draft`
  await send(`drop database if exists ${draft} with (force)`)
  await send(`create database ${draft} template template0`)
  await migrateToLatest(withDatabase(serverUrl(), draft))
  await send(`alter database ${draft} rename to ${template}`)
  return template
}

/** Removes every template that no test copies from right now. Another run on the server makes its own again. */
export async function dropTemplates(): Promise<void> {
  const admin = createPool(serverUrl(), { max: 1, statementTimeoutMs: 60_000 })
  try {
    const client = await admin.connect()
    try {
      await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
      const { rows } = await client.query(
        `select datname from pg_database where datname ~ '^reviewguide_template_[0-9a-f]{12}(_draft)?$'`,
      )
      for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
    } finally {
      client.release(true)
    }
  } finally {
    await admin.end()
  }
}

function migrationsHash(): string {
  const hash = createHash('sha256')
  for (const [name, { up }] of Object.entries(migrations)) hash.update(name).update(up.toString())
  return hash.digest('hex').slice(0, 12)
}
