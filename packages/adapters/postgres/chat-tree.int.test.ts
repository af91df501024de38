import type { ChatId, GuestId, MessageId, RunId } from '@reviewguide/contracts'
import { createFakeChatStore, createTestDatabase, type TestDatabase } from '@reviewguide/testing'
import type { BeginRun, ChatStore, EndRun } from '@reviewguide/workflow/ports'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPostgresChatStore } from './postgres-chat-store.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** What a person may do next; `at` chooses among the messages that there are. */
const move = fc.record({
  do: fc.constantFrom('ask', 'edit', 'regenerate', 'retry', 'show', 'feedback', 'orphan'),
  at: fc.nat({ max: 30 }),
  fails: fc.boolean(),
})

let made = 0
const id = <T>(prefix: string) => `${prefix}_tree${String(made++).padStart(10, '0')}` as T

interface Step {
  run?: BeginRun
  end?: EndRun | null
  show?: MessageId
  feedback?: MessageId
}

/** The moves as calls, the same for both stores. */
function stepsOf(moves: (typeof move extends fc.Arbitrary<infer M> ? M : never)[], owner: GuestId): Step[] {
  const chatId = id<ChatId>('cht')
  const questions: MessageId[] = []
  const messages: MessageId[] = []
  return moves.map(({ do: what, at, fails }, n) => {
    const message = messages[at % messages.length]
    const asked = questions[at % questions.length]
    if (what === 'show' && message) return { show: message }
    if (what === 'feedback' && message) return { feedback: message }
    const run: BeginRun = {
      runId: id<RunId>('run'),
      chatId,
      mayCreate: true,
      owner,
      question: { messageId: id<MessageId>('msg'), text: what === 'retry' ? 'question 0' : `question ${n}` },
      answerId: id<MessageId>('msg'),
      ...(what === 'edit' && asked && { edits: { id: asked } }),
      ...(what === 'regenerate' && message && { regenerates: { message: { id: message } } }),
      ...(what === 'retry' && { regenerates: {} }),
    }
    questions.push(run.question.messageId)
    messages.push(run.question.messageId, run.answerId)
    if (what === 'orphan') return { run, end: null }
    const end: EndRun = {
      runId: run.runId,
      status: fails ? 'failed' : 'finished',
      parts: fails ? [] : [{ type: 'text', text: `answer ${n}`, state: 'done' }],
      metadata: {},
      claims: [],
      memory: null,
    }
    return { run, end }
  })
}

/** Does the steps and tells what each gave and what the chat then shows. Times are the store's own and left out. */
async function does(store: ChatStore, steps: Step[], owner: GuestId) {
  const chatId = steps.find(({ run }) => run)?.run?.chatId ?? ('cht_0000000000' as ChatId)
  const seen: unknown[] = []
  for (const { run, end, show, feedback } of steps) {
    if (run) seen.push(await store.beginRun(run))
    if (show) seen.push(await store.show(chatId, owner, show))
    if (feedback) seen.push(await store.giveFeedback(chatId, owner, feedback, { verdict: 'up' }))
    if (end) await store.endRun(end)
    else if (end === null) seen.push(await store.failOrphans())
    const chat = await store.read(chatId, owner)
    seen.push(chat?.messages.map(({ createdAt: _createdAt, metadata: _metadata, ...message }) => message))
  }
  return seen
}

test('whatever is asked, edited, tried again and stepped to, Postgres shows what the fake does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 3, maxLength: 14 }), async (moves) => {
      const owner = id<GuestId>('gst')
      const steps = stepsOf([{ do: 'ask', at: 0, fails: false }, ...moves], owner)
      expect(await does(createPostgresChatStore(database), steps, owner)).toEqual(
        await does(createFakeChatStore(), steps, owner),
      )
    }),
    { numRuns: 25 },
  )
}, 120_000)
