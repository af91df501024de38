import { createTestDatabase, type TestDatabase } from '@reviewguide/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, createPool } from './connect.ts'
import { sqlState } from './database-error.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const value = async (expression: string): Promise<unknown> => {
  const { rows } = await sql.raw<{ value: unknown }>(`select ${expression} as value`).execute(database.db)
  return rows[0]?.value
}

test('a bigint is a number, and one that no number holds is an error instead of another number', async () => {
  expect(await value('79990000000::bigint')).toBe(79_990_000_000)
  await expect(value('9007199254740993::bigint')).rejects.toThrow(RangeError)
  expect(await value('1')).toBe(1)
})

test('a timestamp is ISO 8601 in UTC', async () => {
  expect(await value(`'2024-03-01 12:00:00+02'::timestamptz`)).toBe('2024-03-01T10:00:00.000Z')
})

test('a server that is not there is database_unavailable, with its cause', async () => {
  const pool = createPool('postgresql://127.0.0.1:1/none')
  const failure = createDatabase(pool).selectFrom('items').selectAll().execute()
  await expect(failure).rejects.toMatchObject({ code: 'database_unavailable', cause: { code: 'ECONNREFUSED' } })
  await pool.end()
})

test('a connection that is cut off, idle or busy, does not end the process, and the next query works', async () => {
  const pool = createPool(database.url, { max: 2, applicationName: 'to-be-cut' })
  const db = createDatabase(pool)
  await sql`select 1`.execute(db)
  const busy = expect(sql`select pg_sleep(5)`.execute(db)).rejects.toMatchObject({ code: 'database_unavailable' })
  await sql`select 1`.execute(db)
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'to-be-cut'`
  await expect.poll(async () => (await sql.raw(cut).execute(database.db)).rows.length).toBeGreaterThan(0)
  await busy
  await expect
    .poll(() =>
      sql`select 2 as two`.execute(db).then(
        ({ rows }) => rows,
        () => null,
      ),
    )
    .toEqual([{ two: 2 }])
  await pool.end()
})

test('a statement that runs too long is ended', async () => {
  const pool = createPool(database.url, { statementTimeoutMs: 50 })
  const error = await sql`select pg_sleep(2)`.execute(createDatabase(pool)).catch((caught: unknown) => caught)
  expect(error).toMatchObject({ code: 'database_unavailable' })
  expect(sqlState(error)).toBe('57014')
  await pool.end()
})

test('an abort ends the wait at once', async () => {
  const started = performance.now()
  const query = sql`select pg_sleep(1)`.execute(database.db, { signal: AbortSignal.timeout(50) })
  await expect(query).rejects.toMatchObject({ name: 'TimeoutError' })
  expect(performance.now() - started).toBeLessThan(800)
})

test('what breaks a rule of the database stays an error of the database', async () => {
  const insert = database.db.insertInto('corpus_state').values({ version: 2 }).execute()
  expect(sqlState(await insert.catch((error: unknown) => error))).toBe('23505')
})
