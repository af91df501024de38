import type { ChatId, ChatPage, OwnerId } from '@reviewguide/contracts'
import { type RawBuilder, sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { decodeCursor, encodeCursor, isId, isTimestamp } from './cursor.ts'

interface Row {
  chat_id: ChatId
  title: string
  created_at: string
  updated_at: string
  place: string
}

/** An owner's chats, the last used first; of a search those that `among` and a condition on them find. Throws `invalid_request` for a cursor that is none. */
export async function listChats(
  db: ReviewGuideDatabase,
  owner: OwnerId,
  { cursor, limit }: { cursor?: string; limit: number },
  { among = sql``, where = sql`` }: { among?: RawBuilder<unknown>; where?: RawBuilder<unknown> } = {},
): Promise<ChatPage> {
  const [at, id] = cursor === undefined ? [] : decodeCursor(cursor, [isTimestamp, isId])
  const after =
    at === undefined
      ? sql``
      : sql`and updated_at <= ${at}::timestamptz and (updated_at < ${at}::timestamptz or chat_id > ${id})`
  const { rows } = await sql<Row>`
    ${among} select chat_id, title, created_at, updated_at, updated_at::text as place from reviewguide.chats
    where owner = ${owner} ${after} ${where}
    order by updated_at desc, chat_id limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => ({
      chatId: row.chat_id,
      title: row.title,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    })),
    nextCursor: rows.length > limit && last ? encodeCursor([last.place, last.chat_id]) : null,
  }
}
