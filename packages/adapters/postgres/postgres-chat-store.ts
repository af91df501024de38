import type { ChatId, OwnerId } from '@reviewguide/contracts'
import type { Cache, ChatStore } from '@reviewguide/workflow/ports'
import { sql } from 'kysely'
import { beginRun } from './begin-run.ts'
import { createPathCache } from './cached-path.ts'
import type { ReviewGuideDatabase } from './connect.ts'
import { deleteChats } from './delete-chats.ts'
import { endRun } from './end-run.ts'
import { exportChats } from './export-chats.ts'
import { foldText } from './fold-text.ts'
import { giveFeedback } from './give-feedback.ts'
import { listChats } from './list-chats.ts'
import { moveChats } from './move-chats.ts'
import { readChat } from './read-chat.ts'
import { readMessage, readMessages } from './read-messages.ts'
import { searchChats } from './search-chats.ts'
import { shareChat, sharedChat, unshareChat } from './share-chat.ts'
import { showMessage } from './show-message.ts'
import { storableText } from './storable.ts'

export interface PostgresChatStoreOptions {
  db: ReviewGuideDatabase
  /** Spares the store the messages of chats that are opened again; it may be lost, wrong or away at any time. */
  cache?: Cache
  /** Told of each look into the cache. */
  onLookup?: (hit: boolean) => void
  /** Most messages of a chat, questions and answers together. */
  mostMessages?: number
}

/** Chats, messages and runs in Postgres. Races are settled by its unique indexes and never by a look beforehand. */
export function createPostgresChatStore({ db, cache, onLookup, mostMessages }: PostgresChatStoreOptions): ChatStore {
  const paths = cache ? createPathCache(cache, onLookup) : null
  const owned = (chatId: ChatId, owner: OwnerId) => ({ chat_id: storableText(chatId) as ChatId, owner })
  return {
    beginRun: (run) => beginRun(db, run, mostMessages),
    endRun: (run) => endRun(db, run),
    list: (owner, { q, ...page }) =>
      q === undefined ? listChats(db, owner, page) : searchChats(db, owner, { q, ...page }),
    read: (chatId, owner) => readChat(db, paths, chatId, owner),
    messages: (chatId, owner, page) => readMessages(db, chatId, owner, page),
    message: (chatId, owner, messageId) => readMessage(db, chatId, owner, messageId),
    show: (chatId, owner, messageId) => showMessage(db, chatId, owner, messageId),
    giveFeedback: (chatId, owner, answerId, feedback) => giveFeedback(db, chatId, owner, answerId, feedback),
    share: (chatId, owner, token) => shareChat(db, chatId, owner, token),
    unshare: (chatId, owner) => unshareChat(db, chatId, owner),
    shared: (token) => sharedChat(db, token),
    exportAll: (owner) => exportChats(db, owner),
    deleteAll: (owner) => deleteChats(db, owner),
    moveAll: (from, to) => moveChats(db, from, to),

    async activeRun(chatId, owner) {
      const run = await db
        .selectFrom('runs')
        .select(['run_id', 'answer_id'])
        .where((where) => where.and(owned(chatId, owner)))
        .where('status', '=', 'active')
        .executeTakeFirst()
      return run ? { runId: run.run_id, answerId: run.answer_id } : null
    },

    async failOrphans() {
      const { rows } = await sql`
        with ended as (
          update reviewguide.runs set status = 'failed', error_code = 'run_interrupted', finished_at = now() where status = 'active'
          returning chat_id, hid_at
        ), before as (
          update reviewguide.messages set hidden_at = null from ended
          where messages.chat_id = ended.chat_id and messages.hidden_at = ended.hid_at
        ), touched as (
          update reviewguide.chats set revision = gen_random_uuid() where chat_id in (select chat_id from ended where hid_at is not null)
        )
        select chat_id from ended`.execute(db)
      return rows.length
    },

    async rename(chatId, owner, title) {
      const name = storableText(title)
      const row = await db
        .updateTable('chats')
        // A chat that is not searchable yet stays one, until a search makes it so with all its messages.
        .set({ title: name, title_folded: sql`case when title_folded is not null then ${foldText(name)} end` })
        .where((where) => where.and(owned(chatId, owner)))
        .returning(['chat_id', 'title', 'created_at', 'updated_at'])
        .executeTakeFirst()
      return row
        ? { chatId: row.chat_id, title: row.title, createdAt: row.created_at, updatedAt: row.updated_at }
        : null
    },

    async delete(chatId, owner) {
      const { numDeletedRows } = await db
        .deleteFrom('chats')
        .where((where) => where.and(owned(chatId, owner)))
        .executeTakeFirst()
      return numDeletedRows > 0n
    },
  }
}
