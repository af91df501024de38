import type { ChatId, MessageId } from '@reviewguide/contracts'
import type { ChatStore } from '@reviewguide/workflow/ports'
import { describe, expect, test } from 'vitest'
import { begin, end, guest, id, shown, turn } from './chat-turns.ts'

/** What every `ChatStore` does with versions of messages. */
export function chatVersionsContract(implementation: string, open: () => ChatStore): void {
  describe(`ChatStore, versions: ${implementation}`, () => {
    const start = () => ({ store: open(), owner: guest(), chatId: id<ChatId>('cht') })

    test('another try at an answer keeps the one before, and both can be shown', async () => {
      const { store, owner, chatId } = start()
      const first = await turn(store, owner, chatId, 'one')
      const again = await turn(store, owner, chatId, '', {
        question: { messageId: id('msg'), text: null },
        regenerates: { message: { id: first.answer } },
      })
      expect(again).toMatchObject({ question: first.question, memory: [], count: 2 })
      expect(again.said).toContain('On one')
      expect(await shown(store, owner, chatId)).toEqual([first.question, again.answer])
      const chat = await store.read(chatId, owner)
      const ids = [first.answer, again.answer]
      expect(chat?.messages.map(({ version }) => version)).toEqual([undefined, { index: 2, count: 2, ids }])
      expect(await store.show(chatId, owner, first.answer)).toBe('shown')
      expect((await store.read(chatId, owner))?.messages[1]).toMatchObject({
        id: first.answer,
        version: { index: 1, count: 2, ids },
      })
    })

    test('an edited question begins a path of its own; stepping back shows what was shown there last', async () => {
      const { store, owner, chatId } = start()
      const one = await turn(store, owner, chatId, 'one')
      const two = await turn(store, owner, chatId, 'two')
      const twoAgain = await turn(store, owner, chatId, 'two', { regenerates: { message: { id: two.question } } })
      await store.show(chatId, owner, two.answer)
      const edited = await turn(store, owner, chatId, 'one, but cheaper', { edits: { id: one.question } })
      expect(edited.memory).toEqual([])
      expect(edited.question).not.toBe(one.question)
      expect(await shown(store, owner, chatId)).toEqual([edited.question, edited.answer])

      expect(await store.show(chatId, owner, one.question)).toBe('shown')
      expect(await shown(store, owner, chatId)).toEqual([one.question, one.answer, two.question, two.answer])
      expect(await store.show(chatId, owner, twoAgain.answer)).toBe('shown')
      expect(await store.show(chatId, owner, edited.answer)).toBe('shown')
      expect(await store.show(chatId, owner, one.answer)).toBe('shown')
      expect(await shown(store, owner, chatId)).toEqual([one.question, one.answer, two.question, twoAgain.answer])
    })

    test('what earlier turns left is taken from the path that is shown alone', async () => {
      const { store, owner, chatId } = start()
      const one = await turn(store, owner, chatId, 'one')
      await turn(store, owner, chatId, 'two')
      const edited = await turn(store, owner, chatId, 'two, edited', {
        edits: { id: (await shown(store, owner, chatId))?.[2] as MessageId },
      })
      expect(edited.memory.map(({ question }) => question)).toEqual([one.said])
      const three = await turn(store, owner, chatId, 'three')
      expect(three.memory.map(({ question }) => question)).toEqual([one.said, edited.said])
      const oneAgain = await turn(store, owner, chatId, '', {
        question: { messageId: id('msg'), text: null },
        regenerates: { message: { id: one.answer } },
      })
      expect(oneAgain.memory).toEqual([])
      expect(await shown(store, owner, chatId)).toEqual([one.question, oneAgain.answer])
    })

    test('a version that is not shown can be edited and answered again as well', async () => {
      const { store, owner, chatId } = start()
      const one = await turn(store, owner, chatId, 'one')
      const two = await turn(store, owner, chatId, 'two')
      const other = await turn(store, owner, chatId, 'other', { edits: { id: one.question } })
      const twoAgain = await turn(store, owner, chatId, 'two', { regenerates: { message: { id: two.answer } } })
      expect(twoAgain.memory.map(({ question }) => question)).toEqual([one.said])
      expect(await shown(store, owner, chatId)).toEqual([one.question, one.answer, two.question, twoAgain.answer])
      const third = await turn(store, owner, chatId, 'third', { edits: { id: other.question } })
      expect((await store.read(chatId, owner))?.messages[0]?.version).toEqual({
        index: 3,
        count: 3,
        ids: [one.question, other.question, third.question],
      })
    })

    test('a question that failed is answered again and not stored twice, by whatever the asker knows of it', async () => {
      const { store, owner, chatId } = start()
      await turn(store, owner, chatId, 'one')
      const failing = begin(owner, { chatId, question: { messageId: id('msg'), text: 'two', clientId: 'c-2' } })
      await store.beginRun(failing)
      await store.endRun(end(failing, { status: 'failed', parts: [], claims: [], errorCode: 'run_timeout' }))
      const ways = [
        {},
        { message: { clientId: 'c-2' } },
        { message: { clientId: 'never seen' } },
        { message: { id: failing.question.messageId } },
        { message: { id: failing.answerId } },
      ]
      for (const [at, regenerates] of ways.entries()) {
        const again = await turn(store, owner, chatId, 'two', { regenerates })
        expect(again.question).toBe(failing.question.messageId)
        expect(again.count).toBe(3 + at)
      }
      expect((await store.read(chatId, owner))?.messages).toHaveLength(4)
      // Never stored, because the store was away when it was asked.
      const three = await turn(store, owner, chatId, 'three', { regenerates: { message: { clientId: 'c-3' } } })
      expect(await shown(store, owner, chatId)).toHaveLength(6)
      expect(three.count).toBe(9)
    })

    test('a try that comes to nothing leaves the answer before it shown; one that was stopped is a version', async () => {
      const { store, owner, chatId } = start()
      const one = await turn(store, owner, chatId, 'one')
      const two = await turn(store, owner, chatId, 'two')
      const path = [one.question, one.answer, two.question, two.answer]
      const again = () =>
        begin(owner, {
          chatId,
          question: { messageId: id('msg'), text: null },
          regenerates: { message: { id: one.answer } },
        })
      const failing = again()
      await store.beginRun(failing)
      expect(await shown(store, owner, chatId)).toEqual([one.question])
      await store.endRun(end(failing, { status: 'failed', parts: [], claims: [], errorCode: 'run_timeout' }))
      expect(await shown(store, owner, chatId)).toEqual(path)

      await store.beginRun(again())
      await store.failOrphans()
      expect(await shown(store, owner, chatId)).toEqual(path)

      const stopped = again()
      await store.beginRun(stopped)
      await store.endRun(end(stopped, { status: 'stopped', parts: [] }))
      expect(await shown(store, owner, chatId)).toEqual([one.question, stopped.answerId])
    })

    test('unknown messages, those of other chats and those of the wrong kind are not found, and nothing changes', async () => {
      const { store, owner, chatId } = start()
      const one = await turn(store, owner, chatId, 'one')
      const other = await turn(store, owner, id<ChatId>('cht'), 'other')
      const before = await store.read(chatId, owner)
      for (const message of [id<MessageId>('msg'), other.question, other.answer]) {
        expect(await store.show(chatId, owner, message)).toBe('not_found')
        expect(await store.message(chatId, owner, message)).toBeNull()
        for (const more of [{ edits: { id: message } }, { regenerates: { message: { id: message } } }])
          expect(await store.beginRun(begin(owner, { chatId, ...more }))).toEqual({ outcome: 'not_found' })
      }
      expect(await store.beginRun(begin(owner, { chatId, edits: { id: one.answer } }))).toEqual({
        outcome: 'not_found',
      })
      expect(await store.show(chatId, guest(), one.answer)).toBe('not_found')
      expect(await store.message(chatId, guest(), one.answer)).toBeNull()
      expect(await store.beginRun(begin(owner, { edits: { id: one.question } }))).toEqual({ outcome: 'not_found' })
      expect(await store.read(chatId, owner)).toEqual(before)
    })

    test("a client's own id of a question serves to edit it, also once it has been edited", async () => {
      const { store, owner, chatId } = start()
      const ask = (text: string) => ({ question: { messageId: id<MessageId>('msg'), text, clientId: 'c-1' } })
      const one = await turn(store, owner, chatId, 'one', ask('one'))
      const two = await turn(store, owner, chatId, 'two', { ...ask('two'), edits: { clientId: 'c-1' } })
      const three = await turn(store, owner, chatId, 'three', { ...ask('three'), edits: { clientId: 'c-1' } })
      const ids = [one.question, two.question, three.question]
      expect((await store.read(chatId, owner))?.messages[0]?.version).toEqual({ index: 3, count: 3, ids })
      // The other chat's ids are its own.
      const elsewhere = await turn(store, owner, id<ChatId>('cht'), 'else', {
        ...ask('else'),
        edits: { clientId: 'c-1' },
      })
      expect(elsewhere.count).toBe(1)
    })

    test('nothing is stepped to while an answer is being written', async () => {
      const { store, owner, chatId } = start()
      const one = await turn(store, owner, chatId, 'one')
      const run = begin(owner, { chatId, edits: { id: one.question } })
      await store.beginRun(run)
      expect(await store.show(chatId, owner, one.question)).toBe('run_active')
      await store.endRun(end(run))
      expect(await shown(store, owner, chatId)).toEqual([run.question.messageId, run.answerId])
    })

    test('of a hundred edits at once each is answered or told to wait, and none is lost or doubled', async () => {
      const { store, owner, chatId } = start()
      const one = await turn(store, owner, chatId, 'one')
      const runs = Array.from({ length: 100 }, () => begin(owner, { chatId, edits: { id: one.question } }))
      const results = await Promise.all(
        runs.map(async (run, at) => {
          const result = await store.beginRun(run)
          if (result.outcome === 'begun') await store.endRun(end(run))
          if (at % 10 === 0) await store.show(chatId, owner, one.answer)
          return result.outcome
        }),
      )
      expect([...new Set(results)].toSorted()).toEqual(
        results.includes('run_active') ? ['begun', 'run_active'] : ['begun'],
      )
      const begun = runs.filter((_, at) => results[at] === 'begun')
      const path = await store.read(chatId, owner)
      const versions = path?.messages[0]?.version?.ids ?? []
      expect(versions.toSorted()).toEqual([one.question, ...begun.map(({ question }) => question.messageId)].toSorted())
      expect(path?.messages).toHaveLength(2)
      for (const run of begun) expect((await store.message(chatId, owner, run.answerId))?.parts).toEqual(end(run).parts)
    })
  })
}
