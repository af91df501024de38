import {
  AppError,
  type ChatId,
  type ChatMessage,
  type OwnerId,
  type Share,
  type SharedChat,
} from '@reviewguide/contracts'
import type { ChatHistory, ChatShares, OwnedChats } from '@reviewguide/workflow/ports'
import { choose, type FakeChat, type FakeChats, find, matchIn, pathOf, toMessage } from './fake-chat.ts'

export interface FakeChatHistoryDeps {
  chats: FakeChats
  own(chatId: ChatId, owner: OwnerId): FakeChat | undefined
  activeRun(chatId: ChatId): unknown
  forgetRuns(chatId: ChatId): void
  moveRuns(from: OwnerId, to: OwnerId): void
  tick(): string
  detailMessages: number
}

/** All of a chat store that is not about runs, over chats in memory. */
export function fakeChatHistory(deps: FakeChatHistoryDeps): ChatHistory & ChatShares & OwnedChats {
  const { chats, own, activeRun, forgetRuns, tick } = deps
  const ownedBy = (owner: OwnerId) => [...chats.values()].filter((chat) => chat.owner === owner)
  const newestFirst = (chat: FakeChat, { cursor, limit }: { cursor?: string; limit: number }) =>
    pageOf(
      pathOf(chat).toReversed(),
      cursor,
      limit,
      ({ id }) => id,
      (message) => toMessage(chat, message),
    )
  const shareOf = (chat: FakeChat): Share | null =>
    chat.share && { token: chat.share.token, sharedAt: chat.share.sharedAt }

  return {
    async list(owner, { q, cursor, limit }) {
      const all = ownedBy(owner).toSorted((a, b) => b.summary.updatedAt.localeCompare(a.summary.updatedAt))
      const searched = q === undefined || q.trim() === '' ? null : q
      const found = all.flatMap((chat) => {
        const match = searched === null ? undefined : matchIn(chat, searched)
        return match === null ? [] : [{ ...chat.summary, ...(match && { match }) }]
      })
      return pageOf(
        found,
        cursor,
        limit,
        ({ chatId }) => chatId,
        (chat) => structuredClone(chat),
      )
    },

    async read(chatId, owner) {
      const chat = own(chatId, owner)
      if (!chat) return null
      const { items, nextCursor } = newestFirst(chat, { limit: deps.detailMessages })
      return {
        ...chat.summary,
        active: activeRun(chatId) !== undefined,
        share: shareOf(chat),
        messages: items.toReversed(),
        earlierCursor: nextCursor,
      }
    },

    async messages(chatId, owner, page) {
      const chat = own(chatId, owner)
      return chat ? newestFirst(chat, page) : null
    },

    async message(chatId, owner, messageId) {
      const chat = own(chatId, owner)
      const message = chat && find(chat, messageId)
      return message ? toMessage(chat, message) : null
    },

    async show(chatId, owner, messageId) {
      const chat = own(chatId, owner)
      const message = chat && find(chat, messageId)
      if (!message) return 'not_found'
      if (pathOf(chat).includes(message)) return 'shown'
      if (activeRun(chatId)) return 'run_active'
      choose(chat, message)
      return 'shown'
    },

    async rename(chatId, owner, title) {
      const chat = own(chatId, owner)
      if (!chat) return null
      chat.summary.title = title
      return { ...chat.summary }
    },

    async delete(chatId, owner) {
      if (!own(chatId, owner)) return false
      forgetRuns(chatId)
      return chats.delete(chatId)
    },

    async giveFeedback(chatId, owner, answerId, feedback) {
      const chat = own(chatId, owner)
      const answer = chat && find(chat, answerId)
      if (answer?.role !== 'assistant') return false
      if (feedback) answer.feedback = structuredClone(feedback)
      else delete answer.feedback
      return true
    },

    async share(chatId, owner, token) {
      const chat = own(chatId, owner)
      if (!chat) return 'not_found'
      if (activeRun(chatId)) return 'run_active'
      const { title } = chat.summary
      chat.share = { token: chat.share?.token ?? token, sharedAt: tick(), title, messages: pathOf(chat) }
      return { token: chat.share.token, sharedAt: chat.share.sharedAt }
    },

    async unshare(chatId, owner) {
      const chat = own(chatId, owner)
      if (chat) chat.share = null
      return chat !== undefined
    },

    async shared(token): Promise<SharedChat | null> {
      const chat = [...chats.values()].find(({ share }) => share?.token === token)
      if (!chat?.share) return null
      const { title, sharedAt, messages } = chat.share
      const bare = messages.map((message): ChatMessage => {
        const { version: _version, feedback: _feedback, parts, ...rest } = toMessage(chat, message)
        return { ...rest, parts: parts.filter(({ type }) => type !== 'data-run') }
      })
      return { title, sharedAt, messages: bare }
    },

    async *exportAll(owner) {
      for (const chat of ownedBy(owner)) {
        const path = pathOf(chat)
        yield {
          ...chat.summary,
          messages: chat.messages.map((message) => {
            return { ...toMessage(chat, message), after: message.parent, shown: path.includes(message) }
          }),
        }
      }
    },

    async deleteAll(owner) {
      const owned = ownedBy(owner)
      for (const { summary } of owned) {
        forgetRuns(summary.chatId)
        chats.delete(summary.chatId)
      }
      return owned.length
    },

    async moveAll(from, to) {
      if (from === to) return 0
      const owned = ownedBy(from)
      for (const chat of owned) chat.owner = to
      deps.moveRuns(from, to)
      return owned.length
    },
  }
}

/** One page of a list; its cursor is the id of its last entry. Throws `invalid_request` for a cursor that the list never gave out. */
function pageOf<T, R>(
  all: T[],
  cursor: string | undefined,
  limit: number,
  idOf: (one: T) => string,
  to: (one: T) => R,
) {
  const at = cursor === undefined ? 0 : all.findIndex((one) => idOf(one) === cursor) + 1
  if (cursor !== undefined && at === 0)
    throw new AppError('invalid_request', { details: { cursor: 'not a cursor of this list' } })
  const items = all.slice(at, at + limit)
  const last = items.at(-1)
  return { items: items.map(to), nextCursor: at + limit < all.length && last !== undefined ? idOf(last) : null }
}
