import type { AccountId, ChatId } from '@reviewguide/contracts'
import type { ChatStore } from '@reviewguide/workflow/ports'
import { describe, expect, test } from 'vitest'
import { begin, end, guest, id, memory } from './chat-turns.ts'

/** What every `ChatStore` does. Guests and chats are new in each test, so that the store need not be empty. */
export function chatStoreContract(
  implementation: string,
  open: (options?: { mostMessages: number }) => ChatStore,
): void {
  describe(`ChatStore: ${implementation}`, () => {
    test('a question makes its chat, an answer fills it, and both are read as they were sent', async () => {
      const owner = guest()
      const run = begin(owner)
      expect(await open().beginRun(run)).toEqual({ outcome: 'begun', question: run.question, memory: [], messages: 1 })
      expect(await open().activeRun(run.chatId, owner)).toEqual({ runId: run.runId, answerId: run.answerId })
      expect(await open().read(run.chatId, owner)).toMatchObject({ active: true, title: 'Best earbuds for running?' })
      await open().endRun(end(run))
      expect(await open().activeRun(run.chatId, owner)).toBeNull()
      const chat = await open().read(run.chatId, owner)
      expect(chat).toMatchObject({ chatId: run.chatId, active: false })
      expect(chat?.messages.map(({ id, role, parts, metadata }) => ({ id, role, parts, metadata }))).toEqual([
        {
          id: run.question.messageId,
          role: 'user',
          parts: [{ type: 'text', text: 'Best earbuds for running?' }],
          metadata: undefined,
        },
        { id: run.answerId, role: 'assistant', parts: end(run).parts, metadata: end(run).metadata },
      ])
      expect(chat?.messages.every(({ createdAt }) => new Date(createdAt).toISOString() === createdAt)).toBe(true)
    })

    test("an unknown chat is not found unless it may be made, and somebody else's never is", async () => {
      const owner = guest()
      const run = begin(owner, {
        chatId: 'b3b0c442-98fc-4c14-9af4-aaaaaaaaaaaa'.replace(
          /a{12}/,
          String(Date.now()).slice(-12).padStart(12, '0'),
        ) as ChatId,
      })
      expect(await open().beginRun({ ...run, mayCreate: false })).toEqual({ outcome: 'not_found' })
      expect(await open().read(run.chatId, owner)).toBeNull()
      expect(await open().beginRun(run)).toMatchObject({ outcome: 'begun' })
      const other = guest()
      for (const mayCreate of [true, false]) {
        expect(await open().beginRun(begin(other, { chatId: run.chatId, mayCreate }))).toEqual({ outcome: 'not_found' })
      }
      expect(await open().read(run.chatId, other)).toBeNull()
      expect(await open().activeRun(run.chatId, other)).toBeNull()
      expect(await open().rename(run.chatId, other, 'mine')).toBeNull()
      expect(await open().delete(run.chatId, other)).toBe(false)
      expect((await open().read(run.chatId, owner))?.messages).toHaveLength(1)
    })

    test('while a run is active another gets run_active and leaves nothing behind', async () => {
      const owner = guest()
      const run = begin(owner)
      await open().beginRun(run)
      const second = begin(owner, { chatId: run.chatId, idempotencyKey: id('key') })
      expect(await open().beginRun(second)).toEqual({ outcome: 'run_active' })
      expect((await open().read(run.chatId, owner))?.messages).toHaveLength(1)
      await open().endRun(end(run))
      expect(await open().beginRun(second)).toMatchObject({ outcome: 'begun' })
    })

    test('of ten that race for a chat one begins', async () => {
      const owner = guest()
      const chatId = id<ChatId>('cht')
      const results = await Promise.all(Array.from({ length: 10 }, () => open().beginRun(begin(owner, { chatId }))))
      expect(results.filter(({ outcome }) => outcome === 'begun')).toHaveLength(1)
      expect(results.filter(({ outcome }) => outcome === 'run_active')).toHaveLength(9)
      expect((await open().read(chatId, owner))?.messages).toHaveLength(1)
    })

    test("the same key of the same owner gets the run it began, also in a race and after the end; another owner's key is another", async () => {
      const owner = guest()
      const idempotencyKey = id<string>('key')
      const runs = Array.from({ length: 6 }, () => begin(owner, { idempotencyKey }))
      const results = await Promise.all(runs.map((run) => open().beginRun(run)))
      const first = runs[results.findIndex(({ outcome }) => outcome === 'begun')]
      if (!first) throw new Error('none of the runs began')
      const repeated = { outcome: 'repeated', runId: first.runId, chatId: first.chatId, answerId: first.answerId }
      expect(results.filter(({ outcome }) => outcome !== 'begun')).toEqual(Array.from({ length: 5 }, () => repeated))
      expect((await open().list(owner, { limit: 10 })).items).toHaveLength(1)
      await open().endRun(end(first))
      expect(await open().beginRun(begin(owner, { idempotencyKey, chatId: first.chatId }))).toEqual(repeated)
      expect(await open().beginRun(begin(guest(), { idempotencyKey }))).toMatchObject({ outcome: 'begun' })
    })

    test('ending a run twice changes nothing, and one that failed before its first word leaves no empty answer', async () => {
      const owner = guest()
      const run = begin(owner)
      await open().beginRun(run)
      await open().endRun(end(run))
      const before = await open().read(run.chatId, owner)
      await open().endRun(end(run, { status: 'stopped', parts: [{ type: 'text', text: 'other' }] }))
      expect(await open().read(run.chatId, owner)).toEqual(before)
      const failing = begin(owner, { chatId: run.chatId })
      await open().beginRun(failing)
      await open().endRun(
        end(failing, { status: 'failed', parts: [], claims: [], metadata: {}, errorCode: 'run_timeout' }),
      )
      expect((await open().read(run.chatId, owner))?.messages.map(({ role }) => role)).toEqual([
        'user',
        'assistant',
        'user',
      ])
    })

    test('a turn finds what the turns before it left, oldest first', async () => {
      const owner = guest()
      const first = begin(owner)
      await open().beginRun(first)
      await open().endRun(end(first, { memory: memory('first') }))
      const second = begin(owner, { chatId: first.chatId })
      expect(await open().beginRun(second)).toMatchObject({ outcome: 'begun', memory: [memory('first')], messages: 3 })
      await open().endRun(end(second, { memory: memory('second') }))
      const third = await open().beginRun(begin(owner, { chatId: first.chatId }))
      expect(third).toMatchObject({ outcome: 'begun', memory: [memory('first'), memory('second')], messages: 5 })
    })

    test('chats are listed by their last use and paged without loss', async () => {
      const owner = guest()
      const runs = Array.from({ length: 5 }, () => begin(owner))
      for (const run of runs) {
        await open().beginRun(run)
        await open().endRun(end(run))
      }
      await open().beginRun(begin(owner, { chatId: runs[1]!.chatId }))
      const seen: ChatId[] = []
      let cursor: string | undefined
      do {
        const page = await open().list(owner, { limit: 2, cursor })
        seen.push(...page.items.map(({ chatId }) => chatId))
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(seen).toEqual([runs[1], runs[4], runs[3], runs[2], runs[0]].map((run) => run?.chatId))
      expect(await open().list(guest(), { limit: 2 })).toEqual({ items: [], nextCursor: null })
    })

    test('a chat is renamed and deleted with all that is in it, also while a run writes to it', async () => {
      const owner = guest()
      const run = begin(owner)
      await open().beginRun(run)
      expect(await open().rename(run.chatId, owner, 'Buds')).toMatchObject({ chatId: run.chatId, title: 'Buds' })
      expect(await open().delete(run.chatId, owner)).toBe(true)
      expect(await open().delete(run.chatId, owner)).toBe(false)
      await open().endRun(end(run))
      expect(await open().read(run.chatId, owner)).toBeNull()
    })

    test('runs that a dead process left are failed, and their chats are free again', async () => {
      const owner = guest()
      const run = begin(owner)
      await open().beginRun(run)
      expect(await open().failOrphans()).toBeGreaterThanOrEqual(1)
      expect(await open().failOrphans()).toBe(0)
      expect(await open().activeRun(run.chatId, owner)).toBeNull()
      expect(await open().beginRun(begin(owner, { chatId: run.chatId }))).toMatchObject({ outcome: 'begun' })
    })

    test("a guest's chats become an account's, with the run that is active, and the guest has none", async () => {
      const [owner, account] = [guest(), id<AccountId>('acc')]
      const kept = begin(account, { idempotencyKey: 'one' })
      await open().beginRun(kept)
      const [done, active] = [begin(owner, { idempotencyKey: 'one' }), begin(owner, { idempotencyKey: 'two' })]
      await open().beginRun(done)
      await open().endRun(end(done))
      await open().beginRun(active)
      const stranger = begin(guest())
      await open().beginRun(stranger)

      expect(await open().moveAll(owner, account)).toBe(2)
      expect(await open().moveAll(owner, account)).toBe(0)
      expect((await open().list(owner, { limit: 10 })).items).toEqual([])
      expect(await open().activeRun(active.chatId, owner)).toBeNull()
      expect(await open().read(done.chatId, owner)).toBeNull()
      expect((await open().list(account, { limit: 10 })).items.map(({ chatId }) => chatId)).toEqual(
        expect.arrayContaining([kept, done, active].map(({ chatId }) => chatId)),
      )
      expect(await open().activeRun(active.chatId, account)).toMatchObject({ runId: active.runId })
      // A key that both used stays the account's own.
      expect(await open().beginRun(begin(account, { idempotencyKey: 'one' }))).toMatchObject({ runId: kept.runId })
      expect(await open().beginRun(begin(account, { idempotencyKey: 'two' }))).toMatchObject({ runId: active.runId })
      await open().endRun(end(active))
      expect((await open().read(active.chatId, account))?.messages).toHaveLength(2)
      expect((await open().list(stranger.owner, { limit: 10 })).items).toHaveLength(1)
    })

    test('a chat takes no more messages than it may hold, and says so while it is still to be read', async () => {
      const store = open({ mostMessages: 4 })
      const owner = guest()
      const first = begin(owner)
      const { chatId } = first
      await store.beginRun(first)
      await store.endRun(end(first))
      const second = begin(owner, { chatId, mayCreate: false })
      expect(await store.beginRun(second)).toMatchObject({ outcome: 'begun' })
      await store.endRun(end(second))
      const third = begin(owner, { chatId, mayCreate: false, idempotencyKey: 'third' })
      expect(await store.beginRun(third)).toEqual({ outcome: 'chat_full' })
      // Nothing of it is kept: the chat is free, and the key is not used up.
      expect(await store.activeRun(chatId, owner)).toBeNull()
      expect((await store.read(chatId, owner))?.messages).toHaveLength(4)
      expect(await store.beginRun(third)).toEqual({ outcome: 'chat_full' })
      expect(await store.beginRun(begin(owner))).toMatchObject({ outcome: 'begun' })
    })
  })
}
