import { type ChatDetail, type ChatId, DETAIL_MESSAGES, type OwnerId, type ShareToken } from '@reviewguide/contracts'
import type { ReviewGuideDatabase } from './connect.ts'
import { readPath } from './read-messages.ts'
import { storableText } from './storable.ts'

/** A chat of the owner with the newest messages of its path, oldest first; null when there is none, or it is somebody else's. */
export async function readChat(db: ReviewGuideDatabase, chatId: ChatId, owner: OwnerId): Promise<ChatDetail | null> {
  const chat = await db
    .selectFrom('chats')
    .leftJoin('shares', 'shares.chat_id', 'chats.chat_id')
    .select(['chats.chat_id', 'chats.title', 'created_at', 'updated_at', 'token', 'shared_at'])
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('runs').whereRef('runs.chat_id', '=', 'chats.chat_id').where('runs.status', '=', 'active')).as(
        'active',
      ),
    )
    .where('chats.chat_id', '=', storableText(chatId) as ChatId)
    .where('owner', '=', owner)
    .executeTakeFirst()
  if (!chat) return null
  const path = await readPath(db, chat.chat_id, { limit: DETAIL_MESSAGES })
  return {
    chatId: chat.chat_id,
    title: chat.title,
    createdAt: chat.created_at,
    updatedAt: chat.updated_at,
    active: Boolean(chat.active),
    share: chat.token && chat.shared_at ? { token: chat.token as ShareToken, sharedAt: chat.shared_at } : null,
    messages: path.items.toReversed(),
    earlierCursor: path.nextCursor,
  }
}
