import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startOwnPostgres } from '@reviewguide/adapters/own-postgres'
import { dropTemplates } from './test-database.ts'
import { checkServer } from './test-server.ts'

/**
 * Vitest's global set-up of the integration project: PostgreSQL for the whole run, by `DATABASE_URL` or, without one, a throw-away server
 * of our own that ends with the run. A server that is named and silent fails the run at once instead of every test by its own timeout.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env.DATABASE_URL) {
    await checkServer(process.env.DATABASE_URL)
    return dropTemplates
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'reviewguide-test-'))
  const removeFolder = () => rm(dataDir, { recursive: true, force: true })
  const server = await startOwnPostgres({ dataDir, what: 'the tests' }).catch(async (error: unknown) => {
    await removeFolder()
    throw error
  })
  // Workers start after this and inherit the environment.
  process.env.DATABASE_URL = server.url
  return async () => {
    await server.stop()
    await removeFolder()
    delete process.env.DATABASE_URL
  }
}
