import type { ChatDetail, ChatId, OwnerId } from '@reviewguide/contracts'
import type { ReviewGuideDatabase } from './connect.ts'
import { storableText } from './storable.ts'

/** A chat of the owner with its messages, oldest first; null when there is none, or it is somebody else's. */
export async function readChat(db: ReviewGuideDatabase, chatId: ChatId, owner: OwnerId): Promise<ChatDetail | null> {
  const chat = await db
    .selectFrom('chats')
    .select(['chat_id', 'title', 'created_at', 'updated_at'])
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('runs').whereRef('runs.chat_id', '=', 'chats.chat_id').where('runs.status', '=', 'active')).as(
        'active',
      ),
    )
    .where('chat_id', '=', storableText(chatId) as ChatId)
    .where('owner', '=', owner)
    .executeTakeFirst()
  if (!chat) return null
  const messages = await db
    .selectFrom('messages')
    .select(['message_id', 'role', 'parts', 'metadata', 'created_at'])
    .where('chat_id', '=', chat.chat_id)
    .orderBy('position')
    .execute()
  return {
    chatId: chat.chat_id,
    title: chat.title,
    createdAt: chat.created_at,
    updatedAt: chat.updated_at,
    active: Boolean(chat.active),
    messages: messages.map((row) => ({
      id: row.message_id,
      role: row.role,
      parts: row.parts,
      ...(row.metadata && { metadata: row.metadata }),
      createdAt: row.created_at,
    })),
  }
}
