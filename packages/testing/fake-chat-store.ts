import type { ChatDetail, ChatId, ChatSummary, OwnerId } from '@reviewguide/contracts'
import type { ChatStore, RunStore, TurnMemory } from '@reviewguide/workflow/ports'
import { createFakeRunStore, leaseEnd, type StoredRun } from './fake-run-store.ts'

interface StoredChat {
  owner: OwnerId
  detail: ChatDetail
  memory: TurnMemory[]
}

/** Chats, messages and runs in memory. Time is a counter of seconds, so that order never depends on the machine. */
export function createFakeChatStore(): ChatStore & RunStore {
  const chats = new Map<ChatId, StoredChat>()
  const runs: StoredRun[] = []
  let seconds = 0
  const tick = () => new Date(Date.UTC(2026, 0, 1) + seconds++ * 1000).toISOString()
  const own = (chatId: ChatId, owner: OwnerId) => {
    const chat = chats.get(chatId)
    return chat?.owner === owner ? chat : undefined
  }
  const summary = ({ detail: { chatId, title, createdAt, updatedAt } }: StoredChat): ChatSummary => ({
    chatId,
    title,
    createdAt,
    updatedAt,
  })
  const activeRun = (chatId: ChatId) => runs.find((run) => run.chatId === chatId && run.status === 'active')

  return {
    ...createFakeRunStore(runs, (chatId) => chats.get(chatId)?.memory ?? []),

    async beginRun(begun) {
      const { runId, chatId, mayCreate, owner, question, answerId, idempotencyKey: key, lease } = begun
      const before = key === undefined ? undefined : runs.find((run) => run.owner === owner && run.key === key)
      if (before) return { outcome: 'repeated', runId: before.runId, chatId: before.chatId, answerId: before.answerId }
      if (mayCreate && !chats.has(chatId)) {
        const at = tick()
        const title = question.text.replace(/\s+/g, ' ').trim().slice(0, 60)
        chats.set(chatId, {
          owner,
          memory: [],
          detail: { chatId, title, createdAt: at, updatedAt: at, messages: [], active: false },
        })
      }
      const chat = own(chatId, owner)
      if (!chat) return { outcome: 'not_found' }
      if (activeRun(chatId)) return { outcome: 'run_active' }
      runs.push({
        runId,
        chatId,
        answerId,
        owner,
        key,
        status: 'active',
        epoch: 1,
        leaseUntil: leaseEnd(lease),
        stopAsked: false,
        question: question.text,
        requestId: begun.requestId ?? runId,
        askedAt: begun.askedAt ?? new Date(),
        checkpoint: null,
        end: null,
      })
      const createdAt = tick()
      chat.detail.messages.push({
        id: question.messageId,
        role: 'user',
        parts: [{ type: 'text', text: question.text }],
        createdAt,
      })
      chat.detail.updatedAt = createdAt
      return { outcome: 'begun', memory: structuredClone(chat.memory) }
    },

    async endRun(end) {
      const { runId, epoch = 1, status, parts, metadata, memory } = end
      const run = runs.find((one) => one.runId === runId)
      if (run && run.epoch > epoch) return false
      if (run?.status !== 'active') return true
      Object.assign(run, { status, end, checkpoint: null })
      const chat = chats.get(run.chatId)
      if (!chat) return true
      chat.detail.updatedAt = tick()
      if (status === 'failed' && parts.length === 0) return true
      chat.detail.messages.push(
        structuredClone({ id: run.answerId, role: 'assistant', parts, metadata, createdAt: chat.detail.updatedAt }),
      )
      if (memory) chat.memory.push(structuredClone(memory))
      return true
    },

    async activeRun(chatId, owner) {
      const run = own(chatId, owner) && activeRun(chatId)
      return run ? { runId: run.runId, answerId: run.answerId } : null
    },

    async failOrphans() {
      const orphans = runs.filter((run) => run.status === 'active')
      for (const run of orphans) run.status = 'failed'
      return orphans.length
    },

    async list(owner, { cursor, limit }) {
      const all = [...chats.values()].filter((chat) => chat.owner === owner).map(summary)
      all.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
      const start = cursor === undefined ? 0 : all.findIndex(({ chatId }) => chatId === cursor) + 1
      const items = all.slice(start, start + limit)
      return { items, nextCursor: start + limit < all.length ? (items.at(-1)?.chatId ?? null) : null }
    },

    async read(chatId, owner) {
      const chat = own(chatId, owner)
      return chat ? structuredClone({ ...chat.detail, active: activeRun(chatId) !== undefined }) : null
    },

    async rename(chatId, owner, title) {
      const chat = own(chatId, owner)
      if (!chat) return null
      chat.detail.title = title
      return summary(chat)
    },

    async delete(chatId, owner) {
      if (!own(chatId, owner)) return false
      for (let at = runs.length - 1; at >= 0; at -= 1) if (runs[at]?.chatId === chatId) runs.splice(at, 1)
      return chats.delete(chatId)
    },
  }
}
