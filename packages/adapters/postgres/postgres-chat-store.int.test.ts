import type { ChatId, GuestId, MessageId, RunId } from '@reviewguide/contracts'
import { createTestDatabase, type TestDatabase } from '@reviewguide/testing'
import type { BeginRun } from '@reviewguide/workflow/ports'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPostgresChatStore } from './postgres-chat-store.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const owner = 'gst_0000000000' as GuestId
const begin = (n: number, text: string): BeginRun => ({
  runId: `run_000000000${n}` as RunId,
  chatId: `cht_000000000${n}` as ChatId,
  mayCreate: true,
  owner,
  question: { messageId: `msg_question0${n}` as MessageId, text },
  answerId: `msg_answer000${n}` as MessageId,
})

test('what Postgres cannot hold is replaced in its place, and nothing is lost', async () => {
  const store = createPostgresChatStore(database)
  const run = begin(1, 'nul \0 and half \ud83d and 🏃 and \\u0000')
  expect(await store.beginRun({ ...run, idempotencyKey: 'key \0' })).toMatchObject({ outcome: 'begun' })
  await store.endRun({
    runId: run.runId,
    status: 'finished',
    parts: [{ type: 'text', text: 'answer \0 \udc00 \\u0000' }],
    metadata: { outcome: 'answered' },
    claims: [{ text: 'claim \0', evidence: [1, 2], verdict: 'supported' }],
    memory: null,
  })
  const chat = await store.read(run.chatId, owner)
  expect(chat?.messages.map(({ parts }) => parts)).toEqual([
    [{ type: 'text', text: 'nul \uFFFD and half \uFFFD and 🏃 and \\u0000' }],
    [{ type: 'text', text: 'answer \uFFFD \uFFFD \\u0000' }],
  ])
  const claims = await database.db.selectFrom('claims').selectAll().execute()
  expect(claims).toEqual([
    { message_id: run.answerId, position: 0, body: 'claim \uFFFD', evidence: [1, 2], verdict: 'supported' },
  ])
  expect(await store.read('cht_\0' as ChatId, owner)).toBeNull()
  expect(await store.rename(run.chatId, owner, 'new \0')).toMatchObject({ title: 'new \uFFFD' })
})

test('a failed run keeps its code', async () => {
  const store = createPostgresChatStore(database)
  const run = begin(2, 'question')
  await store.beginRun(run)
  await store.endRun({
    runId: run.runId,
    status: 'failed',
    parts: [],
    metadata: {},
    claims: [],
    memory: null,
    errorCode: 'run_timeout',
  })
  const stored = await database.db
    .selectFrom('runs')
    .select(['status', 'error_code'])
    .where('run_id', '=', run.runId)
    .execute()
  expect(stored).toEqual([{ status: 'failed', error_code: 'run_timeout' }])
})

test('a cursor that this list never gave out is an invalid request', async () => {
  const store = createPostgresChatStore(database)
  for (const cursor of ['x', Buffer.from('["now","cht_0000000000"]').toString('base64url')]) {
    await expect(store.list(owner, { limit: 2, cursor })).rejects.toMatchObject({ code: 'invalid_request' })
  }
})
