import { createTestDatabase, type TestDatabase } from '@reviewguide/testing'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createReadDatabase } from './read-database.ts'

let primary: TestDatabase
let replica: TestDatabase
const told: string[] = []
const opened: { close(): Promise<void> }[] = []

beforeAll(async () => {
  ;[primary, replica] = await Promise.all([createTestDatabase(), createTestDatabase()])
})
beforeEach(async () => {
  told.length = 0
  for (const { pool } of [primary, replica]) await pool.query('update reviewguide.corpus_state set version = 7')
})
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})
afterAll(() => Promise.all([primary.drop(), replica.drop()]))

function open(url: string) {
  const reads = createReadDatabase(url, {
    primary: primary.pool,
    applicationName: 'reads-under-test',
    onAway: () => told.push('away'),
    onBack: () => told.push('back'),
    askAgainMs: 20,
  })
  opened.push(reads)
  return reads
}
const nameOf = (database: TestDatabase) => new URL(database.url).pathname.slice(1)
const where = async ({ db }: ReturnType<typeof open>) => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  return rows[0]?.name
}
const cutOff = (database: TestDatabase) =>
  database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'reads-under-test' and datname = current_database()`,
  )

test('reads go to the replica', async () => {
  const reads = open(replica.url)
  expect(await where(reads)).toBe(nameOf(replica))
  await reads.check()
  expect(told).toEqual([])
})

test('a replica that is not there is told of once, and the primary answers', async () => {
  const reads = open('postgresql://nobody@127.0.0.1:1/none')
  const all = await Promise.all([where(reads), where(reads), where(reads)])
  expect(all).toEqual(Array(3).fill(nameOf(primary)))
  await expect(reads.check()).rejects.toMatchObject({ code: 'database_unavailable' })
  expect(told).toEqual(['away'])
})

/** Keeps the replica busy for as long as it may take to answer, so that it can be found at it, and the primary not at all. */
const slowThere = () => sql`pg_sleep(case current_database() when ${nameOf(replica)} then 1.4 else 0 end)`

test('a login that the replica refuses is no failure of a read either', async () => {
  const url = new URL(replica.url)
  url.pathname = '/no_such_database'
  expect(await where(open(url.href))).toBe(nameOf(primary))
})

test('a read that the replica breaks off is answered by the primary, and the replica comes back', async () => {
  const reads = open(replica.url)
  const asked = sql<{ name: string }>`select current_database() as name, ${slowThere()}`.execute(reads.db)
  await expect.poll(async () => (await cutOff(replica)).rows.length).toBeGreaterThan(0)
  expect((await asked).rows[0]?.name).toBe(nameOf(primary))
  await expect.poll(() => told).toEqual(['away', 'back'])
  expect(await where(reads)).toBe(nameOf(replica))
})

test('one that has not caught up is not read from again until it has', async () => {
  await primary.pool.query('update reviewguide.corpus_state set version = 8')
  const reads = open(replica.url)
  const asked = sql`select ${slowThere()}`.execute(reads.db)
  await expect.poll(async () => (await cutOff(replica)).rows.length).toBeGreaterThan(0)
  await asked
  expect(await where(reads)).toBe(nameOf(primary))
  await replica.pool.query('update reviewguide.corpus_state set version = 8')
  await expect.poll(() => told).toEqual(['away', 'back'])
})

test('what only the primary may do it does, and what the replica does not have yet it has', async () => {
  await replica.pool.query(`alter database ${nameOf(replica)} set default_transaction_read_only = on`)
  const reads = open(replica.url)
  await sql`update reviewguide.corpus_state set version = version`.execute(reads.db)
  expect(told).toEqual([])
  await replica.pool.query(`alter database ${nameOf(replica)} set default_transaction_read_only = off`)

  await primary.pool.query('create table reviewguide.arrives_later as select 1 as one')
  expect((await sql`select one from reviewguide.arrives_later`.execute(reads.db)).rows).toEqual([{ one: 1 }])
  expect(told).toContain('away')
})

test('a slip in a statement is told as it is and asked of nobody else', async () => {
  const reads = open(replica.url)
  await expect(sql`select 1 / 0`.execute(reads.db)).rejects.toMatchObject({ code: '22012' })
  expect(told).toEqual([])
})
