import type { ChatId, MessageId, OwnerId } from '@reviewguide/contracts'
import { createTestDatabase, type TestDatabase, watchStatements } from '@reviewguide/testing'
import type { ChatStore } from '@reviewguide/workflow/ports'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase, createPool } from './connect.ts'
import { createPostgresChatStore } from './postgres-chat-store.ts'

/** Chats, each of ten messages, of owners with twenty each: enough that reading a table from end to end would be the planner's choice where no index serves. */
const CHATS = 4_000

let database: TestDatabase
const owner = 'gst_size00000007' as OwnerId
const chatId = 'cht_size00000007' as ChatId
const messageId = 'msg_size00000062' as MessageId

beforeAll(async () => {
  database = await createTestDatabase()
  const pool = createPool(database.url, { max: 1, statementTimeoutMs: 0 })
  const db = createDatabase(pool)
  await sql`insert into reviewguide.chats (chat_id, owner, title, title_folded, updated_at)
    select 'cht_size' || lpad(n::text, 8, '0'), 'gst_size' || lpad((n % 200)::text, 8, '0'), 'chat ' || n, 'chat ' || n, now() - n * interval '1 minute'
    from generate_series(0, ${CHATS - 1}::int) n`.execute(db)
  await sql`insert into reviewguide.messages (message_id, chat_id, parent_id, role, parts)
    select 'msg_size' || lpad(n::text, 8, '0'), 'cht_size' || lpad(((n - 1) / 10)::text, 8, '0'),
      case when n % 10 = 1 then 'cht_size' || lpad(((n - 1) / 10)::text, 8, '0') else 'msg_size' || lpad((n - 1)::text, 8, '0') end,
      case when n % 2 = 1 then 'user' else 'assistant' end,
      jsonb_build_array(jsonb_build_object('type', 'text', 'text', md5(n::text) || ' earbuds ' || md5('a' || n)))
    from generate_series(1, ${CHATS * 10}::int) n`.execute(db)
  await sql`insert into reviewguide.message_texts (message_id, chat_id, owner, folded)
    select message_id, chat_id, owner, parts->0->>'text' from reviewguide.messages join reviewguide.chats using (chat_id)`.execute(
    db,
  )
  await sql`insert into reviewguide.runs (run_id, chat_id, owner, answer_id, question_id, status)
    select 'run_' || substr(message_id, 5), chat_id, owner, message_id, parent_id, 'finished'
    from reviewguide.messages join reviewguide.chats using (chat_id) where role = 'assistant'`.execute(db)
  await sql`insert into reviewguide.claims select message_id, 0, 'x', '{1}', 'plain' from reviewguide.messages where role = 'assistant'`.execute(
    db,
  )
  await sql`insert into reviewguide.feedback (message_id, verdict) select message_id, 'up' from reviewguide.messages where role = 'assistant'`.execute(
    db,
  )
  await sql`insert into reviewguide.shares (token, chat_id, title, message_ids) select 'shr_' || chat_id, chat_id, title, '{msg_size00000062}' from reviewguide.chats`.execute(
    db,
  )
  await sql`vacuum analyze`.execute(db)
  await pool.end()
}, 120_000)
afterAll(() => database.drop())

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  Plans?: Plan[]
}
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

/** The tables that a call reads from end to end, over all its statements. */
async function readWhole(call: (store: ChatStore) => Promise<unknown>): Promise<string[]> {
  const { pool, seen } = watchStatements(database.pool)
  await call(createPostgresChatStore({ db: createDatabase(pool) }))
  expect(seen.length).toBeGreaterThan(0)
  const whole = new Set<string>()
  for (const { text, values } of seen.filter(({ text }) => /^\s*(with|select|update|delete|insert)/i.test(text))) {
    const { rows } = await database.pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${text}`, [
      ...values,
    ])
    for (const node of nodesOf(rows[0]!['QUERY PLAN'][0].Plan))
      if (node['Node Type'] === 'Seq Scan') whole.add(node['Relation Name'] ?? '')
  }
  return [...whole]
}

test.each<[string, (store: ChatStore) => Promise<unknown>]>([
  ['the list', (store) => store.list(owner, { limit: 20 })],
  ['a search', (store) => store.list(owner, { q: 'earbuds', limit: 20 })],
  ['a search of two letters', (store) => store.list(owner, { q: 'ea', limit: 20 })],
  ['a chat', (store) => store.read(chatId, owner)],
  ['a page of messages', (store) => store.messages(chatId, owner, { limit: 2 })],
  ['a message', (store) => store.message(chatId, owner, messageId)],
  ['stepping', (store) => store.show(chatId, owner, messageId)],
  ['feedback', (store) => store.giveFeedback(chatId, owner, messageId, { verdict: 'down' })],
  ['sharing', (store) => store.share(chatId, owner, 'shr_x' as never)],
  ['a shared chat', (store) => store.shared(`shr_${chatId}` as never)],
  ['taking a share back', (store) => store.unshare(chatId, owner)],
  ['moving all chats', (store) => store.moveAll('gst_size00000008' as OwnerId, 'acc_size00000008' as OwnerId)],
])('%s reads no table from end to end', async (_name, call) => {
  expect(await readWhole(call)).toEqual([])
})

test('deleting a chat finds what hangs on it by indexes', async () => {
  const { rows } = await database.pool.query<{ table_name: string; columns: string }>(`
    select c.conrelid::regclass::text as table_name, a.attname as columns
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid in ('reviewguide.chats'::regclass, 'reviewguide.messages'::regclass)
      and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1] and i.indpred is null)`)
  expect(rows).toEqual([])
  expect(await createPostgresChatStore(database).deleteAll('gst_size00000009' as OwnerId)).toBe(20)
})
