import type { ChatId, GuestId, MessageId, RunId } from '@reviewguide/contracts'
import { AppError } from '@reviewguide/contracts'
import { createTestDatabase, type TestDatabase, watchStatements } from '@reviewguide/testing'
import { chatHistoryContract, chatStoreContract, chatVersionsContract } from '@reviewguide/testing/contract-suites'
import type { Cache } from '@reviewguide/workflow/ports'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase } from './connect.ts'
import { createPostgresChatStore } from './postgres-chat-store.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** A cache of which each value that is read can be changed. */
function cacheThat(read: (key: string, kept: Map<string, unknown>) => unknown): Cache & { kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>()
  return {
    kept,
    get: async (key) => structuredClone(await read(key, kept)) ?? null,
    set: async (key, value) => void kept.set(key, structuredClone(value)),
  }
}

type Kept = { sum: string; json: string }
const keptAt = (kept: Map<string, unknown>, key: string) => kept.get(key) as Kept | undefined

let reads = 0
const caches: [string, Cache][] = [
  ['works', cacheThat((key, kept) => kept.get(key))],
  [
    'is away',
    {
      get: () => Promise.reject(new AppError('cache_unavailable')),
      set: () => Promise.reject(new AppError('cache_unavailable')),
    },
  ],
  ['gives the value of another key', cacheThat((_key, kept) => [...kept.values()][reads++ % Math.max(1, kept.size)])],
  [
    'gives broken values',
    cacheThat((key, kept) => {
      const value = keptAt(kept, key)
      const json = value?.json ?? ''
      const letterChanged = json.replace(/[a-z](?=[^a-z]*$)/, 'X')
      return [
        value && { ...value, json: json.slice(0, -1) },
        value && { ...value, json: letterChanged },
        7,
        'x',
        [],
        {},
        { sum: 1, json: 2 },
        { sum: 'x', json: '{' },
      ][reads++ % 8]
    }),
  ],
]

describe.each(caches)('with a cache that %s', (name, cache) => {
  const open = (options?: { mostMessages: number }) => createPostgresChatStore({ db: database.db, cache, ...options })
  chatStoreContract(`Postgres, cache ${name}`, open)
  chatVersionsContract(`Postgres, cache ${name}`, open)
  chatHistoryContract(`Postgres, cache ${name}`, open)
})

const owner = 'gst_cache00000' as GuestId
const chatId = 'cht_cache00000' as ChatId
const answerId = 'msg_cache0000a' as MessageId

async function oneTurn(cache: Cache) {
  const { pool, seen } = watchStatements(database.pool)
  const store = createPostgresChatStore({ db: createDatabase(pool), cache })
  await store.delete(chatId, owner)
  const runId = `run_cache${String((runs += 1)).padStart(5, '0')}` as RunId
  await store.beginRun({
    runId,
    chatId,
    mayCreate: true,
    owner,
    question: { messageId: 'msg_cache0000q' as MessageId, text: 'one' },
    answerId,
  })
  const parts = [{ type: 'text' as const, text: 'answer', state: 'done' as const }]
  await store.endRun({ runId, status: 'finished', parts, metadata: {}, claims: [], memory: null })
  const statements = async () => {
    seen.length = 0
    const chat = await store.read(chatId, owner)
    return { chat, sent: seen.length }
  }
  return { store, statements }
}
let runs = 0

test('a chat that is opened again costs the database one statement, until something of it changes', async () => {
  const { store, statements } = await oneTurn(cacheThat((key, kept) => kept.get(key)))
  const first = await statements()
  expect(await statements()).toEqual({ chat: first.chat, sent: 1 })
  await store.giveFeedback(chatId, owner, answerId, { verdict: 'up' })
  const changed = await statements()
  expect(changed.sent).toBeGreaterThan(1)
  expect(changed.chat?.messages[1]?.feedback).toEqual({ verdict: 'up' })
  await store.rename(chatId, owner, 'Renamed')
  expect(await statements()).toMatchObject({ chat: { title: 'Renamed' }, sent: 1 })
  expect(await store.read(chatId, 'gst_cache00001' as GuestId)).toBeNull()
})

test('what an older backend adds, which knows no revisions, is seen', async () => {
  const { statements } = await oneTurn(cacheThat((key, kept) => kept.get(key)))
  await statements()
  await database.db
    .insertInto('messages')
    .values({ message_id: 'msg_cache0old0' as MessageId, chat_id: chatId, role: 'user', parts: '[]' })
    .execute()
  await database.db.updateTable('chats').set({ updated_at: new Date() }).where('chat_id', '=', chatId).execute()
  expect((await statements()).chat?.messages).toHaveLength(3)
})

test('messages that change while they are read are not kept', async () => {
  const cache = cacheThat((key, kept) => kept.get(key))
  const { store } = await oneTurn(cache)
  const slow = createPostgresChatStore({
    db: database.db,
    cache: {
      // Between the look at the chat and that at its messages.
      get: async () => {
        await store.giveFeedback(chatId, owner, answerId, { verdict: 'down' })
        return null
      },
      set: cache.set,
    },
  })
  expect((await slow.read(chatId, owner))?.messages[1]?.feedback).toEqual({ verdict: 'down' })
  await new Promise(setImmediate)
  expect(cache.kept.size).toBe(0)
})

test('a cache that never answers holds nobody up', async () => {
  const { statements } = await oneTurn({ get: () => new Promise(() => {}), set: () => new Promise(() => {}) })
  const before = performance.now()
  expect((await statements()).chat?.messages).toHaveLength(2)
  expect(performance.now() - before).toBeLessThan(2_000)
})
