import type { RunId } from '@reviewguide/contracts'
import { createTestDatabase, type TestDatabase } from '@reviewguide/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPostgresRunStore } from './postgres-run-store.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await database.pool.query(`
    insert into reviewguide.chats (chat_id, owner, title) select 'cht_' || n, 'gst_0', 'old' from generate_series(1, 20000) n;
    insert into reviewguide.runs (run_id, chat_id, owner, answer_id, status, lease_until, started_at)
    select 'run_' || n, 'cht_' || n, 'gst_0', 'msg_' || n, case when n % 2000 = 0 then 'active' else 'finished' end,
      now() + interval '1 hour', now() - n * interval '1 minute'
    from generate_series(1, 20000) n;
    analyze reviewguide.runs`)
})
afterAll(() => database.drop())

test('looking for runs to take over reads those that are active and no others, however many have ended', async () => {
  const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(`explain
    select run_id from reviewguide.runs where status = 'active' and lease_until < clock_timestamp()
    order by lease_until limit 64 for update skip locked`)
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Scan using runs_one_active/)
})

test('a renewed lease is a change in place, of which no index hears', async () => {
  const store = createPostgresRunStore(database)
  const held = Array.from({ length: 10 }, (_, n) => ({ runId: `run_${(n + 1) * 2000}` as RunId, epoch: 1 }))
  const updates = async () => {
    await database.pool.query('select pg_stat_force_next_flush()')
    const { rows } = await database.pool.query<{ all: number; hot: number }>(
      `select n_tup_upd::int as all, n_tup_hot_upd::int as hot from pg_stat_user_tables where relname = 'runs'`,
    )
    return rows[0] ?? expect.unreachable()
  }
  // The rows move to pages with room first: the table was filled in one go.
  await store.renew(held, { holder: 'one', ms: 60_000 })
  const before = await updates()
  for (let n = 0; n < 20; n += 1)
    expect(await store.renew(held, { holder: 'one', ms: 60_000 })).toEqual(held.map(() => 'held'))
  await expect.poll(async () => (await updates()).all - before.all, { timeout: 15_000 }).toBe(200)
  const after = await updates()
  expect(after.hot - before.hot).toBeGreaterThanOrEqual(190)
})
