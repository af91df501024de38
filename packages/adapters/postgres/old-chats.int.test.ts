import type { ChatId, EvidenceData, GuestId, MessageId, RunId, StoredPart } from '@reviewguide/contracts'
import { createTestDatabase, seedCorpus, smallCorpus, type TestDatabase } from '@reviewguide/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPostgresChatStore } from './postgres-chat-store.ts'
import { createPostgresEvidenceSource } from './postgres-evidence-source.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedCorpus(database.db, smallCorpus())
})
afterAll(() => database.drop())

let chats = 0

/** A chat as it was stored before messages had versions and chats a search: two turns, of which the second failed, and a third. */
async function oldChat() {
  const n = String((chats += 1)).padStart(3, '0')
  const owner = `gst_old0000${n}` as GuestId
  const chatId = `cht_old0000${n}` as ChatId
  const ids = ['q1', 'a1', 'q2', 'q3', 'a3'].map((name) => `msg_old0000${n}${name}` as MessageId)
  await sql`insert into reviewguide.chats (chat_id, owner, title) values (${chatId}, ${owner}, 'Café Zürich')`.execute(
    database.db,
  )
  for (const [at, id] of ids.entries()) {
    const role = [1, 4].includes(at) ? 'assistant' : 'user'
    const parts = JSON.stringify([{ type: 'text', text: `Message ${at} of the **OLD** chat [1]` }])
    await sql`insert into reviewguide.messages (message_id, chat_id, role, parts) values (${id}, ${chatId}, ${role}, ${parts}::jsonb)`.execute(
      database.db,
    )
  }
  const store = createPostgresChatStore(database)
  const shown = async () => (await store.read(chatId, owner))?.messages.map(({ id }) => id)
  const ask = async (more: object) => {
    const run = {
      runId: `run_old0000${n}` as RunId,
      chatId,
      mayCreate: false,
      owner,
      question: { messageId: `msg_old0000${n}new` as MessageId, text: 'new' },
      answerId: `msg_old0000${n}answer` as MessageId,
      ...more,
    }
    const { outcome } = await store.beginRun(run)
    await store.endRun({ runId: run.runId, status: 'finished', parts: [], metadata: {}, claims: [], memory: null })
    return { outcome, question: run.question.messageId, answer: run.answerId }
  }
  return { owner, chatId, ids, store, shown, ask }
}

test('an old chat is found by its title and its messages, also after it was renamed, and with what is asked in it now', async () => {
  const { owner, chatId, ids, store, ask } = await oldChat()
  await store.rename(chatId, owner, 'Renamed Çay')
  await ask({})
  const search = async (q: string) => (await store.list(owner, { q, limit: 5 })).items.map(({ match }) => match)
  expect(await search('cay')).toMatchObject([{ in: 'title', hits: [{ start: 8, end: 11 }] }])
  expect(await search('old 3')).toMatchObject([
    { in: 'question', messageId: ids[3], snippet: 'Message 3 of the OLD chat' },
  ])
  expect(await search('new')).toHaveLength(1)
  expect(await search('zurich')).toEqual([])
})

test('two searches at once make an old chat searchable once', async () => {
  const { owner, store } = await oldChat()
  const found = await Promise.all(Array.from({ length: 8 }, () => store.list(owner, { q: 'message', limit: 5 })))
  expect(found.map(({ items }) => items.length)).toEqual(Array(8).fill(1))
})

test.each(['edit', 'regenerate', 'ask', 'show'] as const)('an old chat goes on with %s', async (what) => {
  const { owner, chatId, ids, store, shown, ask } = await oldChat()
  const [q1, a1, q2, q3, a3] = ids as [MessageId, MessageId, MessageId, MessageId, MessageId]
  if (what === 'show') {
    expect(await store.show(chatId, owner, a1)).toBe('shown')
    expect(await shown()).toEqual(ids)
    return
  }
  const more =
    what === 'edit' ? { edits: { id: q2 } } : what === 'regenerate' ? { regenerates: { message: { id: a1 } } } : {}
  const { outcome, question, answer } = await ask(more)
  expect(outcome).toBe('begun')
  const after = { edit: [q1, a1, question, answer], regenerate: [q1, answer], ask: [...ids, question, answer] }
  expect(await shown()).toEqual(after[what])
  expect(await store.show(chatId, owner, a3)).toBe('shown')
  expect((await shown())?.slice(0, 5)).toEqual([q1, a1, q2, q3, a3])
})

test('an old chat shows just what was shown then, when the reviews have changed since or are gone', async () => {
  const store = createPostgresChatStore(database)
  const owner = 'gst_reviews0000' as GuestId
  const run = {
    runId: 'run_reviews0000' as RunId,
    chatId: 'cht_reviews0000' as ChatId,
    mayCreate: true,
    owner,
    question: { messageId: 'msg_reviews000q' as MessageId, text: 'How is the fit?' },
    answerId: 'msg_reviews000a' as MessageId,
  }
  const { rows: items } = await sql<{ item_id: EvidenceData['itemId'] }>`select item_id from reviewguide.items`.execute(
    database.db,
  )
  const source = createPostgresEvidenceSource({ db: database.db })
  const signal = new AbortController().signal
  const quotes = await source.quotes({ itemIds: items.map(({ item_id }) => item_id), aspects: [], perSide: 2 }, signal)
  expect(quotes.length).toBeGreaterThan(1)
  const parts: StoredPart[] = [
    ...quotes.map((quote, at): StoredPart => ({ type: 'data-evidence', data: { ...quote, n: at + 1 } })),
    { type: 'text', text: 'The fit is praised [1].', state: 'done' },
  ]
  const claims = [{ text: 'The fit is praised [1].', evidence: [1], verdict: 'supported' as const }]
  await store.beginRun(run)
  await store.endRun({
    runId: run.runId,
    status: 'finished',
    parts,
    metadata: { outcome: 'answered' },
    claims,
    memory: null,
  })
  const share = await store.share(run.chatId, owner, `shr_${'r'.repeat(43)}` as never)
  const before = await store.read(run.chatId, owner)
  expect(before?.messages[1]?.parts).toEqual(JSON.parse(JSON.stringify(parts)))

  await sql`update reviewguide.reviews set body = 'Something else.', rating = 1`.execute(database.db)
  expect(await store.read(run.chatId, owner)).toEqual(before)
  await sql`delete from reviewguide.items`.execute(database.db)
  expect(await store.read(run.chatId, owner)).toEqual(before)
  expect(typeof share === 'object' && (await store.shared(share.token))?.messages[1]?.parts).toEqual(
    before?.messages[1]?.parts,
  )
})
