import type { ChatId, ChatMessage, MessageId, MessagePage, OwnerId } from '@reviewguide/contracts'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { decodeCursor, encodeCursor, isCount } from './cursor.ts'
import { messageOf, readMessageRows } from './message-rows.ts'
import { storableText } from './storable.ts'

/** The messages of a chat's shown path, newest first. Whose chat it is has been asked before. Throws `invalid_request` for a cursor that is none. */
export async function readPath(
  db: ReviewGuideDatabase,
  chatId: ChatId,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<MessagePage> {
  const [before] = cursor === undefined ? [] : decodeCursor(cursor, [isCount])
  const earlier = before === undefined ? sql`` : sql`and m.position < ${before}`
  const where = sql`m.chat_id = ${chatId} and m.hidden_at is null ${earlier}`
  const rows = await readMessageRows(db, where, { order: 'newest', limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(messageOf),
    nextCursor: rows.length > limit && last ? encodeCursor([last.position]) : null,
  }
}

/** See the port. */
export async function readMessages(
  db: ReviewGuideDatabase,
  chatId: ChatId,
  owner: OwnerId,
  page: { cursor?: string; limit: number },
): Promise<MessagePage | null> {
  const chat = await db
    .selectFrom('chats')
    .select('chat_id')
    .where('chat_id', '=', storableText(chatId) as ChatId)
    .where('owner', '=', owner)
    .executeTakeFirst()
  return chat ? readPath(db, chat.chat_id, page) : null
}

/** See the port. */
export async function readMessage(
  db: ReviewGuideDatabase,
  chatId: ChatId,
  owner: OwnerId,
  messageId: MessageId,
): Promise<ChatMessage | null> {
  const [row] = await readMessageRows(
    db,
    sql`m.message_id = ${storableText(messageId)} and m.chat_id in
      (select chat_id from reviewguide.chats where chat_id = ${storableText(chatId)} and owner = ${owner})`,
    { order: 'oldest' },
  )
  return row ? messageOf(row) : null
}
