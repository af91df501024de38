import type { ChatId, GuestId, MessageId } from '@reviewguide/contracts'
import { createTestDatabase, type TestDatabase } from '@reviewguide/testing'
import type { BeginRun, EndRun } from '@reviewguide/workflow/ports'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPostgresChatStore } from './postgres-chat-store.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

let made = 0
const id = <T>(prefix: string) => `${prefix}_race${String(made++).padStart(10, '0')}` as T

const begin = (owner: GuestId, chatId: ChatId, text = 'one'): BeginRun => ({
  runId: id('run'),
  chatId,
  mayCreate: true,
  owner,
  question: { messageId: id<MessageId>('msg'), text },
  answerId: id('msg'),
})
const end = ({ runId }: BeginRun, text = 'answer'): EndRun => ({
  runId,
  status: 'finished',
  parts: [{ type: 'text', text, state: 'done' }],
  metadata: {},
  claims: [{ text: 'answer', evidence: [], verdict: 'plain' }],
  memory: null,
})

test('chats are deleted, moved, stepped through and shared while their runs begin and end, and nobody waits for ever', async () => {
  const store = createPostgresChatStore(database)
  for (let round = 0; round < 25; round += 1) {
    const [owner, other] = [id<GuestId>('gst'), id<GuestId>('gst')]
    const chatId = id<ChatId>('cht')
    const first = begin(owner, chatId)
    await store.beginRun(first)
    const calls: (() => Promise<unknown>)[] = [
      () => store.endRun(end(first)),
      () => store.beginRun({ ...begin(owner, chatId), mayCreate: false }),
      () => store.share(chatId, owner, `shr_${chatId.padEnd(43, '0')}` as never),
      () => store.show(chatId, owner, first.question.messageId),
      () => store.giveFeedback(chatId, owner, first.answerId, { verdict: 'up' }),
      () => store.list(owner, { q: 'one', limit: 5 }),
      round % 2 === 0 ? () => store.delete(chatId, owner) : () => store.moveAll(owner, other),
    ]
    // Another order each time. A deadlock that Postgres has to break rejects one of them.
    const turned = calls.map((_, at) => calls[(at + round) % calls.length]!)
    await Promise.all(turned.map((call) => call()))
    const whose = round % 2 === 0 ? null : other
    const chat = whose && (await store.read(chatId, whose))
    if (whose) expect(chat?.messages.length).toBeGreaterThanOrEqual(2)
    const runs = await database.db.selectFrom('runs').select(['owner']).where('chat_id', '=', chatId).execute()
    expect(runs.every((run) => run.owner === whose)).toBe(true)
    const texts = await database.db.selectFrom('message_texts').select('owner').where('chat_id', '=', chatId).execute()
    expect(texts.every((text) => text.owner === whose)).toBe(true)
  }
})

test('characters of every plane are asked, answered, found and read as they are', async () => {
  const store = createPostgresChatStore(database)
  const owner = id<GuestId>('gst')
  const planes = Array.from({ length: 17 }, (_, plane) => String.fromCodePoint(plane * 0x10000 + 0xab1))
  const chatId = id<ChatId>('cht')
  const run = begin(owner, chatId, `Planes ${planes.join(' ')}`)
  await store.beginRun(run)
  await store.endRun(end(run, planes.join('')))
  const chat = await store.read(chatId, owner)
  expect(chat?.messages.map(({ parts }) => parts[0])).toEqual([
    { type: 'text', text: `Planes ${planes.join(' ')}` },
    { type: 'text', text: planes.join(''), state: 'done' },
  ])
  for (const plane of planes) {
    const { items } = await store.list(owner, { q: plane, limit: 5 })
    expect(items.map(({ match }) => match?.in)).toEqual(['answer'])
  }
})
