import { createPool } from '@reviewguide/adapters/postgres'

/** The server that integration tests use. Throws when a test was started without the global set-up and without `DATABASE_URL`. */
export function serverUrl(): string {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('no PostgreSQL: run the test through vitest\'s project "integration", or set DATABASE_URL')
  return url
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

/** Throws when nothing answers at the address. */
export async function checkServer(url: string): Promise<void> {
  const pool = createPool(url, { max: 1 })
  try {
    await pool.query('select 1')
  } catch (cause) {
    throw new Error(`no PostgreSQL answers at ${new URL(url).host}, which DATABASE_URL names`, { cause })
  } finally {
    await pool.end()
  }
}
