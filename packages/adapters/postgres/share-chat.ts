import type { ChatId, OwnerId, Share, SharedChat, ShareToken } from '@reviewguide/contracts'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { lockChat } from './show-message.ts'
import { storableText } from './storable.ts'

/** See the port. Messages never change, so that their ids are all that a share keeps. */
export async function shareChat(
  db: ReviewGuideDatabase,
  chatId: ChatId,
  owner: OwnerId,
  token: ShareToken,
): Promise<Share | 'not_found' | 'run_active'> {
  return db.transaction().execute(async (trx) => {
    const state = await lockChat(trx, chatId, owner)
    if (state !== 'idle') return state
    const { rows } = await sql<{ token: ShareToken; shared_at: string }>`
      insert into reviewguide.shares (token, chat_id, title, message_ids)
      select ${token}, chat_id, title,
        array(select message_id from reviewguide.messages where messages.chat_id = chats.chat_id and hidden_at is null order by position)
      from reviewguide.chats where chat_id = ${chatId}
      on conflict (chat_id) do update set title = excluded.title, message_ids = excluded.message_ids, shared_at = now()
      returning token, shared_at`.execute(trx)
    return rows[0] ? { token: rows[0].token, sharedAt: rows[0].shared_at } : 'not_found'
  })
}

/** See the port. */
export async function unshareChat(db: ReviewGuideDatabase, chatId: ChatId, owner: OwnerId): Promise<boolean> {
  const { rows } = await sql`
    with chat as (
      select chat_id from reviewguide.chats where chat_id = ${storableText(chatId)} and owner = ${owner}
    ), taken_back as (
      delete from reviewguide.shares where chat_id in (select chat_id from chat)
    )
    select chat_id from chat`.execute(db)
  return rows.length > 0
}

/** See the port. */
export async function sharedChat(db: ReviewGuideDatabase, token: ShareToken): Promise<SharedChat | null> {
  const share = await db
    .selectFrom('shares')
    .select(['title', 'shared_at', 'message_ids'])
    .where('token', '=', storableText(token) as ShareToken)
    .executeTakeFirst()
  if (!share) return null
  const rows = await db
    .selectFrom('messages')
    .select(['message_id', 'role', 'parts', 'metadata', 'created_at'])
    .where('message_id', '=', ({ fn, val }) => fn.any(val(share.message_ids)))
    .orderBy('position')
    .execute()
  return {
    title: share.title,
    sharedAt: share.shared_at,
    messages: rows.map((row) => ({
      id: row.message_id,
      role: row.role,
      // Which chat and run it was is its owner's.
      parts: row.parts.filter(({ type }) => type !== 'data-run'),
      ...(row.metadata && { metadata: row.metadata }),
      createdAt: row.created_at,
    })),
  }
}
