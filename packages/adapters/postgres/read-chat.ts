import { type ChatDetail, type ChatId, DETAIL_MESSAGES, type MessagePage, type OwnerId } from '@reviewguide/contracts'
import { sql } from 'kysely'
import type { PathCache } from './cached-path.ts'
import type { ReviewGuideDatabase } from './connect.ts'
import { readPath } from './read-messages.ts'
import { storableText } from './storable.ts'

/**
 * A chat of the owner with the newest messages of its path, oldest first; null when there is none, or it is somebody else's. Whose it is and in which
 * state is always the database's to say; the messages of that state may be a cache's.
 */
export async function readChat(
  db: ReviewGuideDatabase,
  paths: PathCache | null,
  chatId: ChatId,
  owner: OwnerId,
): Promise<ChatDetail | null> {
  const chat = await db
    .selectFrom('chats')
    .leftJoin('shares', 'shares.chat_id', 'chats.chat_id')
    .select(['chats.chat_id', 'chats.title', 'created_at', 'updated_at', 'token', 'shared_at'])
    .select(stateOf.as('state'))
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('runs').whereRef('runs.chat_id', '=', 'chats.chat_id').where('runs.status', '=', 'active')).as(
        'active',
      ),
    )
    .where('chats.chat_id', '=', storableText(chatId) as ChatId)
    .where('owner', '=', owner)
    .executeTakeFirst()
  if (!chat) return null
  const path = await readNewest(db, paths, chat.chat_id, chat.state)
  return {
    chatId: chat.chat_id,
    title: chat.title,
    createdAt: chat.created_at,
    updatedAt: chat.updated_at,
    active: Boolean(chat.active),
    share: chat.token && chat.shared_at ? { token: chat.token, sharedAt: chat.shared_at } : null,
    messages: path.items.toReversed(),
    earlierCursor: path.nextCursor,
  }
}

/** What a chat's messages are known by: another text after each change of theirs. The time is for a backend of before, which knows no revisions. */
const stateOf = sql<string | null>`chats.revision || ' ' || extract(epoch from chats.updated_at)`

async function readNewest(
  db: ReviewGuideDatabase,
  paths: PathCache | null,
  chatId: ChatId,
  state: string | null,
): Promise<MessagePage> {
  const kept = state === null ? null : await paths?.get(chatId, state)
  if (kept) return kept
  const path = await readPath(db, chatId, { limit: DETAIL_MESSAGES })
  if (paths && state !== null) {
    // A change while they were read would make them another state's.
    const now = await db
      .selectFrom('chats')
      .select(stateOf.as('state'))
      .where('chat_id', '=', chatId)
      .executeTakeFirst()
    if (now?.state === state) paths.keep(chatId, state, path)
  }
  return path
}
