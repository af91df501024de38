import {
  createTestDatabase,
  noRedisServer,
  seedCorpus,
  smallCorpus,
  startTestRedis,
  type TestDatabase,
  type TestRedis,
} from '@reviewguide/testing'
import { itemSearchContract } from '@reviewguide/testing/contract-suites'
import type { ItemQuery } from '@reviewguide/workflow/ports'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCorpusIdentity } from '../postgres/corpus-identity.ts'
import { createPostgresItemSearch } from '../postgres/postgres-item-search.ts'
import { createCachedItemSearch } from './cached-item-search.ts'
import { connectRedis, type RedisConnection } from './connect-redis.ts'
import { createRedisCache } from './redis-cache.ts'

const missing = noRedisServer()
if (missing) console.warn(`SKIPPED: the search over Postgres cached in Redis, because ${missing}.`)

const query: ItemQuery = {
  text: '',
  category: 'earbuds',
  brandsIn: [],
  brandsOut: [],
  itemsOut: [],
  aspects: [],
  limit: 9,
}
const never = new AbortController().signal

describe.skipIf(missing)('the search over Postgres, cached in Redis', () => {
  let database: TestDatabase
  let server: TestRedis
  let redis: RedisConnection
  let searches = 0
  beforeAll(async () => {
    database = await createTestDatabase()
    await seedCorpus(database.db, smallCorpus())
    server = await startTestRedis()
    redis = await connectRedis(server.url)
  })
  afterAll(async () => {
    await redis.close()
    await server.stop()
    await database.drop()
  })

  /** As another backend has it: its own knowledge of the corpus, the same cache. */
  const backend = (on = database) => {
    const search = createPostgresItemSearch(on)
    const counting: typeof search = {
      search: (...args) => {
        searches += 1
        return search.search(...args)
      },
    }
    return createCachedItemSearch({
      search: counting,
      cache: createRedisCache({ redis }),
      identity: createCorpusIdentity(on),
    })
  }

  for (const time of ['not cached yet', 'cached'])
    itemSearchContract(`Postgres through Redis, ${time}`, () => backend())

  it('is shared by the backends, and forgotten by all when the corpus changes', async () => {
    const [one, other] = [backend(), backend()]
    const before = await one.search(query, never)
    searches = 0
    expect(await other.search(query, never)).toEqual(before)
    expect(searches).toBe(0)

    await database.db.transaction().execute(async (trx) => {
      await sql`update reviewguide.items set name = 'Renamed by an import' where name = 'Lark Basic'`.execute(trx)
      await sql`update reviewguide.corpus_state set version = version + 1`.execute(trx)
    })
    for (const each of [one, other])
      await expect
        .poll(async () => (await each.search(query, never)).candidates.map(({ name }) => name), { timeout: 3_000 })
        .toContain('Renamed by an import')
  })

  it('is not shared with another database, though its version is the same', async () => {
    const elsewhere = await createTestDatabase()
    const version = await sql`select version from reviewguide.corpus_state`.execute(database.db)
    const { rows } = version as { rows: { version: number }[] }
    await sql`update reviewguide.corpus_state set version = ${rows[0]?.version}`.execute(elsewhere.db)
    expect((await backend(elsewhere).search(query, never)).candidates).toEqual([])
    expect((await backend().search(query, never)).candidates.length).toBeGreaterThan(2)
    await elsewhere.drop()
  })

  it('is right when the cache was emptied, or holds what is none', async () => {
    const search = backend()
    const right = await search.search(query, never)
    await redis.client().flushall()
    expect(await search.search(query, never)).toEqual(right)
    const keys = await redis.client().keys('reviewguide:cache:search:*')
    expect(keys).toHaveLength(1)
    for (const broken of ['not JSON', '{"candidates":7}', '']) {
      await redis.client().set(keys[0] ?? '', broken)
      expect(await search.search(query, never)).toEqual(right)
      // It is mended by that.
      searches = 0
      await expect.poll(() => redis.client().get(keys[0] ?? '')).toContain('"candidates":[')
      expect(await search.search(query, never)).toEqual(right)
      expect(searches).toBe(0)
    }
    expect(await redis.client().pttl(keys[0] ?? '')).toBeLessThanOrEqual(10 * 60_000)
  })
})
