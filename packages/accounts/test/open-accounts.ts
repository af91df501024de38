import {
  connectRedis,
  createRedisAttemptStore,
  createRedisSessionStore,
  type RedisConnection,
} from '@reviewguide/adapters/cache'
import { createKysely, createPool } from '@reviewguide/adapters/postgres'
import { createTestDatabase, type TestDatabase } from '@reviewguide/testing'
import { type Accounts, type AccountsDeps, createAccounts } from '../accounts.ts'
import type { Letter } from '../ports.ts'
import type { AccountTables } from '../tables.ts'

/** Accounts over the real stores, as one backend has them: more than one stand for more backends. */
export interface OpenedAccounts {
  accounts: Accounts
  redis: RedisConnection | null
}

export interface AccountsBench {
  database: TestDatabase
  /** Letters that were sent, the last one last. */
  letters: Letter[]
  troubles: unknown[]
  open(more?: Partial<AccountsDeps> & { delivers?: boolean; redisUrl?: string }): Promise<OpenedAccounts>
  close(): Promise<void>
}

/** A database, and keys of its own on the Redis at `redisUrl`; without one, what a single backend has. */
export async function accountsBench(redisUrl: string | null): Promise<AccountsBench> {
  const database = await createTestDatabase()
  const prefix = `reviewguide-test-${crypto.randomUUID()}:`
  const letters: Letter[] = []
  const troubles: unknown[] = []
  const ends: (() => Promise<unknown>)[] = []

  return {
    database,
    letters,
    troubles,
    async open({ delivers = true, redisUrl: other, ...more } = {}) {
      const pool = createPool(database.url, { max: 4, dates: 'objects' })
      const redis = redisUrl ? await connectRedis(other ?? redisUrl) : null
      const accounts = createAccounts({
        db: createKysely<AccountTables>(pool),
        shared: redis && {
          sessions: createRedisSessionStore({ redis, prefix }),
          attempts: createRedisAttemptStore({ redis, prefix }),
        },
        mailer: { delivers, send: async (letter) => void letters.push(letter), close: () => {} },
        secretKey: 'a key for tests only',
        publicUrl: 'https://reviews.example',
        onTrouble: (what, cause) => troubles.push([what, cause]),
        ...more,
      })
      ends.push(async () => {
        accounts.close()
        await pool.end()
        if (redis && !other) {
          const client = redis.client()
          if (!('nodes' in client)) for (const key of await client.keys(`${prefix}*`)) await client.del(key)
        }
        await redis?.close()
      })
      return { accounts, redis }
    },
    async close() {
      for (const end of ends) await end()
      await database.drop()
    },
  }
}
