import type { ChatId, MessageId, ShareToken, StoredPart } from '@reviewguide/contracts'
import type { ChatStore } from '@reviewguide/workflow/ports'
import { describe, expect, test } from 'vitest'
import { begin, end, guest, id, shown, turn } from './chat-turns.ts'

const token = () => `shr_${id<string>('t').padEnd(43, '0')}` as ShareToken

/** What every `ChatStore` does beside asking: searching, paging, sharing, feedback, and all chats of an owner at once. */
export function chatHistoryContract(implementation: string, open: () => ChatStore): void {
  describe(`ChatStore, history: ${implementation}`, () => {
    const start = () => ({ store: open(), owner: guest(), chatId: id<ChatId>('cht') })

    test('a search finds words in titles, questions and answers of the owner alone, in any spelling', async () => {
      const { store, owner } = start()
      const [cafe, buds, hotel] = [id<ChatId>('cht'), id<ChatId>('cht'), id<ChatId>('cht')]
      await turn(store, owner, cafe, 'A quiet Café near the station?')
      const answered = await turn(store, owner, buds, 'Best earbuds, 100% waterproof_ones?')
      await turn(store, owner, hotel, 'A hotel?')
      await store.rename(hotel, owner, 'Zürich in May')
      await turn(store, guest(), id<ChatId>('cht'), 'A quiet café and earbuds?')
      const search = async (q: string) => (await store.list(owner, { q, limit: 10 })).items.map(({ chatId }) => chatId)
      expect(await search('CAFE')).toEqual([cafe])
      expect(await search('  station   quiet ')).toEqual([cafe])
      expect(await search('earb')).toEqual([buds])
      expect(await search('zurich')).toEqual([hotel])
      expect(await search('100%')).toEqual([buds])
      expect(await search('f_ones')).toEqual([buds])
      expect(await search('b_st')).toEqual([])
      expect(await search('b%s')).toEqual([])
      expect(await search('b\\est')).toEqual([])
      expect(await search(answered.answer)).toEqual([buds])
      expect(await search('quiet earbuds')).toEqual([])
      expect(await search("'; drop table chats; --")).toEqual([])
      expect(await search(' ')).toEqual([hotel, buds, cafe])
    })

    test('what was found is shown with the words marked, and in which message', async () => {
      const { store, owner, chatId } = start()
      const one = await turn(store, owner, chatId, 'Is the Sony loud?')
      const marked = async (q: string) => {
        const match = (await store.list(owner, { q, limit: 1 })).items[0]?.match
        return { ...match, hits: match?.hits.map(({ start, end }) => match.snippet.slice(start, end)) }
      }
      expect(await marked('LOUD')).toMatchObject({ in: 'answer', messageId: one.answer, hits: ['loud'] })
      await store.rename(chatId, owner, 'Speakers for a garden')
      expect(await marked('garden speak')).toEqual({
        in: 'title',
        snippet: 'Speakers for a garden',
        hits: ['Speak', 'garden'],
      })
      expect((await store.list(owner, { limit: 1 })).items[0]).not.toHaveProperty('match')
    })

    test('a search pages without loss and finds versions that are not shown', async () => {
      const { store, owner } = start()
      const chats = Array.from({ length: 5 }, () => id<ChatId>('cht'))
      for (const chatId of chats) {
        const one = await turn(store, owner, chatId, 'the hidden word')
        await turn(store, owner, chatId, 'other', { edits: { id: one.question } })
        await store.rename(chatId, owner, 'renamed')
      }
      const seen: ChatId[] = []
      let cursor: string | undefined
      do {
        const page = await store.list(owner, { q: 'hidden', limit: 2, cursor })
        seen.push(...page.items.map(({ chatId }) => chatId))
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(seen).toEqual(chats.toReversed())
    })

    test('a long chat is read from its end and paged to its beginning', async () => {
      const { store, owner, chatId } = start()
      const all: MessageId[] = []
      for (let n = 0; n < 52; n += 1) {
        const { question, answer } = await turn(store, owner, chatId, `question ${n}`)
        all.push(question, answer)
      }
      const chat = await store.read(chatId, owner)
      expect(chat?.messages.map((message) => message.id)).toEqual(all.slice(-100))
      const seen = chat?.messages.map((message) => message.id).toReversed() ?? []
      for (let cursor = chat?.earlierCursor; cursor; ) {
        const page = await store.messages(chatId, owner, { cursor, limit: 3 })
        seen.push(...(page?.items.map((message) => message.id) ?? []))
        cursor = page?.nextCursor
      }
      expect(seen).toEqual(all.toReversed())
      expect((await store.messages(chatId, owner, { limit: 2 }))?.items.map((message) => message.id)).toEqual(
        all.slice(-2).toReversed(),
      )
      expect(await store.messages(chatId, guest(), { limit: 2 })).toBeNull()
      await expect(store.messages(chatId, owner, { limit: 2, cursor: 'x' })).rejects.toMatchObject({
        code: 'invalid_request',
      })
    })

    test('feedback on an answer is kept, changed and taken back; on anything else it is not found', async () => {
      const { store, owner, chatId } = start()
      const one = await turn(store, owner, chatId, 'one')
      const other = await turn(store, owner, id<ChatId>('cht'), 'other')
      const kept = async () => (await store.read(chatId, owner))?.messages[1]?.feedback
      const down = { verdict: 'down', reason: 'outdated', comment: 'From 2019!' } as const
      expect(await store.giveFeedback(chatId, owner, one.answer, down)).toBe(true)
      expect(await kept()).toEqual(down)
      expect(await store.giveFeedback(chatId, owner, one.answer, { verdict: 'up' })).toBe(true)
      expect(await kept()).toEqual({ verdict: 'up' })
      for (const [who, message] of [
        [owner, one.question],
        [owner, other.answer],
        [owner, id<MessageId>('msg')],
        [guest(), one.answer],
      ] as const) {
        expect(await store.giveFeedback(chatId, who, message, down)).toBe(false)
        expect(await store.giveFeedback(chatId, who, message, null)).toBe(false)
      }
      expect(await kept()).toEqual({ verdict: 'up' })
      for (let twice = 0; twice < 2; twice += 1)
        expect(await store.giveFeedback(chatId, owner, one.answer, null)).toBe(true)
      expect(await kept()).toBeUndefined()
    })

    test('what is shared is the path as it was then; it goes with its token, its share and its chat', async () => {
      const { store, owner, chatId } = start()
      const run = begin(owner, { chatId })
      const parts: StoredPart[] = [
        { type: 'data-run', data: { runId: run.runId, chatId } },
        { type: 'text', text: 'An answer.', state: 'done' },
      ]
      await store.beginRun(run)
      expect(await store.share(chatId, owner, token())).toBe('run_active')
      await store.endRun(end(run, { parts }))
      await store.giveFeedback(chatId, owner, run.answerId, { verdict: 'up' })

      const share = await store.share(chatId, owner, token())
      if (typeof share === 'string') throw new Error(share)
      expect((await store.read(chatId, owner))?.share).toEqual(share)
      const seen = await store.shared(share.token)
      expect(seen).toMatchObject({ title: 'Best earbuds for running?', sharedAt: share.sharedAt })
      expect(seen?.messages).toMatchObject([
        { role: 'user' },
        { id: run.answerId, parts: [{ type: 'text', text: 'An answer.' }], metadata: { outcome: 'answered' } },
      ])
      expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${chatId}|${owner}|${run.runId}|verdict`))

      await turn(store, owner, chatId, 'private now')
      const edited = await turn(store, owner, chatId, 'edited', { edits: { id: run.question.messageId } })
      await store.rename(chatId, owner, 'Renamed')
      expect(await store.shared(share.token)).toEqual(seen)
      const renewed = await store.share(chatId, owner, token())
      expect(renewed).toMatchObject({ token: share.token })
      expect((await store.shared(share.token))?.messages.map((message) => message.id)).toEqual([
        edited.question,
        edited.answer,
      ])

      for (let twice = 0; twice < 2; twice += 1) expect(await store.unshare(chatId, owner)).toBe(true)
      expect(await store.shared(share.token)).toBeNull()
      expect((await store.read(chatId, owner))?.share).toBeNull()
      const next = await store.share(chatId, owner, token())
      if (typeof next === 'string') throw new Error(next)
      expect(next.token).not.toBe(share.token)
      await store.delete(chatId, owner)
      expect(await store.shared(next.token)).toBeNull()
    })

    test("somebody else's chat cannot be shared, nor its share taken back", async () => {
      const { store, owner, chatId } = start()
      await turn(store, owner, chatId, 'one')
      const share = await store.share(chatId, owner, token())
      if (typeof share === 'string') throw new Error(share)
      expect(await store.share(chatId, guest(), token())).toBe('not_found')
      expect(await store.unshare(chatId, guest())).toBe(false)
      expect(await store.share(id<ChatId>('cht'), owner, token())).toBe('not_found')
      expect(await store.shared(share.token)).not.toBeNull()
      expect(await store.shared(token())).toBeNull()
    })

    test('all chats of an owner are exported with every version, and deleted, shares and active runs included', async () => {
      const { store, owner, chatId } = start()
      const one = await turn(store, owner, chatId, 'one')
      const again = await turn(store, owner, chatId, 'one', { regenerates: { message: { id: one.answer } } })
      const share = await store.share(chatId, owner, token())
      if (typeof share === 'string') throw new Error(share)
      const active = begin(owner)
      await store.beginRun(active)
      const bystander = guest()
      await turn(store, bystander, id<ChatId>('cht'), 'mine')
      const exported = []
      for await (const chat of store.exportAll(owner)) exported.push(chat)
      expect(exported.map((chat) => chat.chatId)).toEqual([chatId, active.chatId])
      expect(exported[0]?.messages.map(({ id: message, after, shown: isShown }) => [message, after, isShown])).toEqual([
        [one.question, null, true],
        [one.answer, one.question, false],
        [again.answer, one.question, true],
      ])
      expect(await store.deleteAll(owner)).toBe(2)
      expect(await store.deleteAll(owner)).toBe(0)
      await store.endRun(end(active))
      expect(await store.shared(share.token)).toBeNull()
      expect((await store.list(owner, { limit: 10 })).items).toEqual([])
      expect((await store.list(bystander, { limit: 10 })).items).toHaveLength(1)
    })

    test("one owner's chats become another's whole, also while one is being answered", async () => {
      const { store, owner: from, chatId } = start()
      const to = guest()
      const mine = await turn(store, to, id<ChatId>('cht'), 'mine', { idempotencyKey: 'both' })
      const one = await turn(store, from, chatId, 'a moving question', { idempotencyKey: 'both' })
      await store.giveFeedback(chatId, from, one.answer, { verdict: 'up' })
      const active = begin(from, { idempotencyKey: 'once' })
      await store.beginRun(active)
      expect(await store.moveAll(from, to)).toBe(2)
      expect(await store.moveAll(from, to)).toBe(0)
      expect(await store.moveAll(to, to)).toBe(0)
      expect((await store.list(from, { limit: 10 })).items).toEqual([])
      expect((await store.list(to, { limit: 10 })).items).toHaveLength(3)
      expect((await store.list(to, { q: 'moving', limit: 10 })).items.map((chat) => chat.chatId)).toEqual([chatId])
      expect(await store.read(chatId, from)).toBeNull()
      expect((await store.read(chatId, to))?.messages[1]?.feedback).toEqual({ verdict: 'up' })
      expect(await store.activeRun(active.chatId, to)).toEqual({ runId: active.runId, answerId: active.answerId })
      await store.endRun(end(active))
      expect(await shown(store, to, active.chatId)).toEqual([active.question.messageId, active.answerId])
      // Their own key is still theirs, and the moved one's went along.
      const repeat = (idempotencyKey: string) => store.beginRun(begin(to, { idempotencyKey }))
      expect(await repeat('both')).toMatchObject({ outcome: 'repeated', answerId: mine.answer })
      expect(await repeat('once')).toMatchObject({ outcome: 'repeated', runId: active.runId })
    })
  })
}
