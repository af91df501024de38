import { randomUUID } from 'node:crypto'
import { type Accounts, type AccountTables, createAccounts, type Letter } from '@reviewguide/accounts'
import {
  connectRedis,
  createRedisAttemptStore,
  createRedisSessionStore,
  type RedisConnection,
} from '@reviewguide/adapters/cache'
import {
  createKysely,
  createPool,
  createPostgresChatStore,
  createPostgresRunStore,
} from '@reviewguide/adapters/postgres'
import { createTestDatabase, type TestDatabase } from '@reviewguide/testing'
import type { InjectOptions } from 'fastify'
import { createBrowser } from './browser.ts'
import { type StartOptions, startApp } from './start-app.ts'

export interface AccountAppOptions extends Omit<StartOptions, 'accounts' | 'chats'> {
  /** A mail server is there: addresses are confirmed. */
  delivers?: boolean
  apiKeys?: boolean
  providers?: Parameters<typeof createAccounts>[0]['providers']
  databaseUrl?: string
  redisUrl?: string
}

export type AccountApp = Awaited<ReturnType<AccountApps['start']>>
export type AccountApps = Awaited<ReturnType<typeof accountApps>>

/** Backends over one real database, and one Redis when there is an address: each `start` is one more backend. */
export async function accountApps(redisUrl: string | null) {
  const database: TestDatabase = await createTestDatabase()
  const prefix = `reviewguide-test-${randomUUID()}:`
  const connections: RedisConnection[] = []
  const ends: (() => Promise<unknown>)[] = []
  const letters: Letter[] = []

  const start = async ({ delivers = false, apiKeys = true, providers, ...options }: AccountAppOptions = {}) => {
    const url = options.databaseUrl ?? database.url
    const redis = redisUrl ? await connectRedis(options.redisUrl ?? redisUrl) : null
    if (redis) connections.push(redis)
    const pools = [createPool(url, { max: 4, dates: 'objects' }), createPool(url, { max: 4 })] as const
    const accounts: Accounts = createAccounts({
      db: createKysely<AccountTables>(pools[0]),
      shared: redis && {
        sessions: createRedisSessionStore({ redis, prefix }),
        attempts: createRedisAttemptStore({ redis, prefix }),
      },
      mailer: { delivers, send: async (letter) => void letters.push(letter), close: () => {} },
      secretKey: options.secretKey ?? 'a key for tests only',
      publicUrl: 'https://reviews.example',
      providers,
      apiKeys,
    })
    const chats = { ...createPostgresChatStore({ db: database.db }), ...createPostgresRunStore({ db: database.db }) }
    const started = await startApp({ ...options, accounts, chats })
    ends.push(async () => {
      await started.app.close()
      accounts.close()
      for (const pool of pools) await pool.end()
    })
    return {
      ...started,
      accounts,
      redis,
      /** Somebody's browser, at this backend. */
      browser: (more?: InjectOptions['headers']) => createBrowser(started.app, more),
    }
  }

  return {
    database,
    prefix,
    letters,
    start,
    async close() {
      for (const end of ends) await end()
      const [redis] = connections
      const client = redis?.client()
      if (client && !('nodes' in client)) for (const key of await client.keys(`${prefix}*`)) await client.del(key)
      for (const connection of connections) await connection.close()
      await database.drop()
    },
  }
}

/** The token of the last link in a letter to the address. */
export function tokenTo(letters: Letter[], email: string): string {
  const text = letters.findLast(({ to }) => to === email)?.text ?? ''
  const token = /token=([^\s&]+)/.exec(text)?.[1]
  if (!token) throw new Error(`no link was sent to ${email}`)
  return decodeURIComponent(token)
}
