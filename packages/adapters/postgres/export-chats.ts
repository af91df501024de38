import type { MessageId, OwnerId } from '@reviewguide/contracts'
import type { OwnedChat } from '@reviewguide/workflow/ports'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { messageOf, readMessageRows } from './message-rows.ts'

/** See the port. One that is deleted meanwhile is left out. */
export async function* exportChats(db: ReviewGuideDatabase, owner: OwnerId): AsyncGenerator<OwnedChat> {
  const chats = await db
    .selectFrom('chats')
    .select(['chat_id', 'title', 'created_at', 'updated_at'])
    .where('owner', '=', owner)
    .orderBy('created_at')
    .orderBy('chat_id')
    .execute()
  for (const { chat_id: chatId, title, created_at: createdAt, updated_at: updatedAt } of chats) {
    const rows = await readMessageRows(db, sql`m.chat_id = ${chatId}`, { order: 'oldest' })
    if (rows.length === 0) continue
    // A first question follows the chat; a message from before there were versions follows what was written before it.
    const after = (parent: string | null, at: number) =>
      parent === null ? (rows[at - 1]?.message_id ?? null) : parent === chatId ? null : (parent as MessageId)
    const messages = rows.map((row, at) => ({ ...messageOf(row), after: after(row.parent_id, at), shown: row.shown }))
    yield { chatId, title, createdAt, updatedAt, messages }
  }
}
