import type { ChatId, ChatMatch, ChatPage, MessageId, OwnerId, StoredPart } from '@reviewguide/contracts'
import { type RawBuilder, sql } from 'kysely'
import { chatSnippet, searchedWords } from './chat-snippet.ts'
import type { ReviewGuideDatabase } from './connect.ts'
import { indexOldChats } from './index-old-chats.ts'
import { listChats } from './list-chats.ts'
import { messageText } from './message-text.ts'

/** An owner's chats whose title, or one of whose messages, has all words of the search; parts of words count. Otherwise as `listChats`. */
export async function searchChats(
  db: ReviewGuideDatabase,
  owner: OwnerId,
  { q, ...page }: { q: string; cursor?: string; limit: number },
): Promise<ChatPage> {
  const words = searchedWords(q)
  if (words.length === 0) return listChats(db, owner, page)
  await indexOldChats(db, owner)
  const found = await listChats(db, owner, page, {
    // By itself, so that the planner reads the owner's part of the index once and not each chat.
    among: sql`with hits as materialized (
      select distinct chat_id from reviewguide.message_texts where owner = ${owner} and ${all(words, sql`folded`)}
    )`,
    where: sql`and ((${all(words, sql`title_folded`)}) or chat_id in (select chat_id from hits))`,
  })
  const chatIds = found.items.map(({ chatId }) => chatId)
  const matches = await matchesIn(db, chatIds, words)
  const items = found.items.map((chat) => ({
    ...chat,
    match: matches.get(chat.chatId) ?? { in: 'title' as const, ...chatSnippet(chat.title, words) },
  }))
  return { ...found, items }
}

/** What the index of trigrams can look up, in whichever locale the database is. A word without it would have the whole index read, everybody's part. */
const INDEXED = /[a-z0-9]{3}/

/** The condition that a folded text has all words, each as it is typed. */
function all(words: string[], column: RawBuilder<unknown>): RawBuilder<unknown> {
  const has = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    // With something added the column is none of the index's: only the owner's rows are looked up there.
    return INDEXED.test(word) ? sql`${column} like ${pattern}` : sql`(${column} || '') like ${pattern}`
  })
  return sql.join(has, sql` and `)
}

/** Of each chat the last message that has all words; looked for from the chat's end, so that what it costs is not up to how much else matches. */
async function matchesIn(db: ReviewGuideDatabase, chatIds: ChatId[], words: string[]): Promise<Map<ChatId, ChatMatch>> {
  if (chatIds.length === 0) return new Map()
  const { rows } = await sql<{
    chat_id: ChatId
    message_id: MessageId
    role: 'user' | 'assistant'
    parts: StoredPart[]
  }>`
    select last.* from unnest(${chatIds}::text[]) as found (chat_id) cross join lateral (
      select m.chat_id, message_id, role, parts from reviewguide.messages m join reviewguide.message_texts using (message_id)
      where m.chat_id = found.chat_id and ${all(words, sql`folded`)}
      order by position desc limit 1
    ) last`.execute(db)
  return new Map(
    rows.map(({ chat_id, message_id, role, parts }) => [
      chat_id,
      {
        in: role === 'user' ? 'question' : 'answer',
        messageId: message_id,
        ...chatSnippet(messageText(parts), words),
      },
    ]),
  )
}
