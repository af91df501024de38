import type { ChatId, OwnerId } from '@reviewguide/contracts'
import type { ChatStore } from '@reviewguide/workflow/ports'
import { beginRun } from './begin-run.ts'
import type { ReviewGuideDatabase } from './connect.ts'
import { endRun } from './end-run.ts'
import { listChats } from './list-chats.ts'
import { readChat } from './read-chat.ts'
import { storableText } from './storable.ts'

export interface PostgresChatStoreOptions {
  db: ReviewGuideDatabase
  /** Most messages of a chat, questions and answers together. */
  mostMessages?: number
}

/** Chats, messages and runs in Postgres. Races are settled by its unique indexes and never by a look beforehand. */
export function createPostgresChatStore({ db, mostMessages }: PostgresChatStoreOptions): ChatStore {
  const owned = (chatId: ChatId, owner: OwnerId) => ({ chat_id: storableText(chatId) as ChatId, owner })
  return {
    beginRun: (run) => beginRun(db, run, mostMessages),
    endRun: (run) => endRun(db, run),
    list: (owner, options) => listChats(db, owner, options),
    read: (chatId, owner) => readChat(db, chatId, owner),

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
      const { numUpdatedRows } = await db
        .updateTable('runs')
        .set({ status: 'failed', error_code: 'run_interrupted', finished_at: new Date() })
        .where('status', '=', 'active')
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },

    async rename(chatId, owner, title) {
      const row = await db
        .updateTable('chats')
        .set({ title: storableText(title) })
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
