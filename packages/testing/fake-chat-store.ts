import { type ChatId, DETAIL_MESSAGES, type MessageId, type OwnerId } from '@reviewguide/contracts'
import type { BeginRun, ChatStore, RunStore } from '@reviewguide/workflow/ports'
import { byRef, choose, type FakeChat, type FakeChats, type FakeMessage, find, pathOf, textOf } from './fake-chat.ts'
import { fakeChatHistory } from './fake-chat-history.ts'
import { createFakeRunStore, leaseEnd, type StoredRun } from './fake-run-store.ts'

/** Chats, messages and runs in memory. Time is a counter of seconds, so that order never depends on the machine. */
export function createFakeChatStore({ mostMessages = Number.POSITIVE_INFINITY } = {}): ChatStore & RunStore {
  const chats: FakeChats = new Map()
  const runs: StoredRun[] = []
  let seconds = 0
  const tick = () => new Date(Date.UTC(2026, 0, 1) + seconds++ * 1000).toISOString()
  const own = (chatId: ChatId, owner: OwnerId) => {
    const chat = chats.get(chatId)
    return chat?.owner === owner ? chat : undefined
  }
  const activeRun = (chatId: ChatId) => runs.find((run) => run.chatId === chatId && run.status === 'active')
  const showBefore = (run: StoredRun) => {
    if (run.before) chats.get(run.chatId)?.chosen.set(run.questionId, run.before)
  }

  /** The earlier question that is answered again, `null` for a new one, or `undefined` for a message that is not there. */
  const placeOf = (chat: FakeChat, { edits, regenerates, question }: BeginRun): FakeMessage | null | undefined => {
    const named = edits ?? regenerates?.message
    const message = named && (byRef(chat, named) ?? questionOfRun(chat, named))
    if (edits && message) {
      if (message.role !== 'user') return undefined
      choose(chat, message)
      chat.chosen.delete(message.parent)
      return null
    }
    if (message) return message.role === 'user' ? message : find(chat, message.parent as MessageId)
    if (named && 'id' in named) return undefined
    const last = pathOf(chat).findLast(({ role }) => role === 'user')
    if (regenerates && last && textOf(last) === question.text) return last
    return question.text === null ? undefined : null
  }
  const questionOfRun = (chat: FakeChat, ref: { id: MessageId } | { clientId: string }) => {
    const run = 'id' in ref ? runs.find(({ answerId }) => answerId === ref.id) : undefined
    return run && find(chat, run.questionId)
  }
  const namesStored = ({ edits, regenerates }: BeginRun) => 'id' in (edits ?? regenerates?.message ?? {})

  const memoryOf = (chat: FakeChat | undefined) =>
    (chat ? pathOf(chat) : []).flatMap((message) => (message.memory ? [structuredClone(message.memory)] : []))

  return {
    ...createFakeRunStore(runs, (chatId) => memoryOf(chats.get(chatId))),
    ...fakeChatHistory({
      chats,
      own,
      activeRun,
      forgetRuns: (chatId) => {
        for (const run of runs.filter((one) => one.chatId === chatId)) runs.splice(runs.indexOf(run), 1)
      },
      moveRuns: (from, to) => {
        for (const run of runs.filter(({ owner }) => owner === from)) {
          run.owner = to
          if (runs.some((other) => other !== run && other.owner === to && other.key === run.key)) run.key = undefined
        }
      },
      tick,
      detailMessages: DETAIL_MESSAGES,
    }),

    async beginRun(run) {
      const { runId, chatId, mayCreate, owner, question, answerId, idempotencyKey: key } = run
      const before = key === undefined ? undefined : runs.find((one) => one.owner === owner && one.key === key)
      if (before) return { outcome: 'repeated', runId: before.runId, chatId: before.chatId, answerId: before.answerId }
      if (mayCreate && !chats.has(chatId) && question.text !== null && !namesStored(run)) {
        const at = tick()
        const title = question.text.replace(/\s+/g, ' ').trim().slice(0, 60)
        const summary = { chatId, title, createdAt: at, updatedAt: at }
        chats.set(chatId, { owner, summary, messages: [], chosen: new Map(), share: null })
      }
      const chat = own(chatId, owner)
      if (!chat) return { outcome: 'not_found' }
      if (activeRun(chatId)) return { outcome: 'run_active' }
      const again = placeOf(chat, run)
      if (again === undefined) return { outcome: 'not_found' }
      if (chat.messages.length + (again ? 1 : 2) > mostMessages) return { outcome: 'chat_full' }
      chat.summary.updatedAt = tick()
      if (again) choose(chat, again)
      const shownBefore = again ? chat.chosen.get(again.id) : undefined
      if (again) chat.chosen.delete(again.id)
      const memory = memoryOf(chat)
      if (!again) {
        const asked: FakeMessage = {
          id: question.messageId,
          parent: parentOfNew(chat, run),
          role: 'user',
          parts: [{ type: 'text', text: question.text ?? '' }],
          createdAt: chat.summary.updatedAt,
          clientId: question.clientId,
        }
        chat.messages.push(asked)
        choose(chat, asked)
      }
      const asked = { messageId: again?.id ?? question.messageId, text: again ? textOf(again) : (question.text ?? '') }
      runs.push({
        runId,
        chatId,
        answerId,
        questionId: asked.messageId,
        before: shownBefore,
        owner,
        key,
        status: 'active',
        epoch: 1,
        leaseUntil: leaseEnd(run.lease),
        stopAsked: false,
        question: asked.text,
        requestId: run.requestId ?? runId,
        askedAt: run.askedAt ?? new Date(),
        checkpoint: null,
        end: null,
      })
      return { outcome: 'begun', question: asked, memory, messages: chat.messages.length }
    },

    async endRun(end) {
      const { runId, epoch = 1, status, parts, metadata, memory } = end
      const run = runs.find((one) => one.runId === runId)
      if (run && run.epoch > epoch) return false
      if (run?.status !== 'active') return true
      Object.assign(run, { status, end, checkpoint: null })
      const answered = status !== 'failed' || parts.length > 0
      if (!answered) showBefore(run)
      const chat = chats.get(run.chatId)
      if (!chat) return true
      chat.summary.updatedAt = tick()
      if (!answered) return true
      const answer: FakeMessage = structuredClone({
        id: run.answerId,
        parent: run.questionId,
        role: 'assistant',
        parts,
        metadata,
        createdAt: chat.summary.updatedAt,
        memory,
      })
      chat.messages.push(answer)
      choose(chat, answer)
      return true
    },

    async activeRun(chatId, owner) {
      const run = own(chatId, owner) && activeRun(chatId)
      return run ? { runId: run.runId, answerId: run.answerId } : null
    },

    async failOrphans() {
      const orphans = runs.filter((run) => run.status === 'active')
      for (const run of orphans) {
        run.status = 'failed'
        showBefore(run)
      }
      return orphans.length
    },
  }
}

/** An edit stands beside the question that it replaces; anything else follows what is shown. */
function parentOfNew(chat: FakeChat, { edits }: BeginRun): MessageId | null {
  const edited = edits && byRef(chat, edits)
  return edited ? edited.parent : (pathOf(chat).at(-1)?.id ?? null)
}
