import type { ChatId, MessageId } from '@reviewguide/contracts'
import { sql, type Transaction } from 'kysely'
import type { Database } from './schema.ts'

/** A message's place in the tree of its chat. */
export interface TreeMessage {
  id: string
  /** The message above it, or what is none of them for a first question. */
  parent: string | null
  /** Smaller for what is or was shown later; differs between messages of one parent. */
  staleness: number
}

/** The path through the message: all above it, and below it at each fork what was shown last. */
export function branchThrough(messages: readonly TreeMessage[], id: string): Set<string> {
  const byId = new Map(messages.map((message) => [message.id, message]))
  const freshest = new Map<string | null, TreeMessage>()
  for (const message of messages) {
    const rival = freshest.get(message.parent)
    if (!rival || message.staleness < rival.staleness) freshest.set(message.parent, message)
  }
  const path = new Set<string>()
  for (let up = byId.get(id); up; up = byId.get(up.parent ?? '')) path.add(up.id)
  for (let down = freshest.get(id); down; down = freshest.get(down.id)) path.add(down.id)
  return path
}

/** Shows the path through a message of the chat, and hides what is not on it. The caller has locked the chat, and its messages know their parents. */
export async function showBranch(trx: Transaction<Database>, chatId: ChatId, messageId: MessageId): Promise<void> {
  const { rows } = await sql<TreeMessage>`
    select message_id as id, parent_id as parent, row_number() over (order by hidden_at desc nulls first, position desc)::int as staleness
    from reviewguide.messages where chat_id = ${chatId}`.execute(trx)
  const path = [...branchThrough(rows, messageId)]
  await sql`
    update reviewguide.messages set hidden_at = case when message_id = any(${path}) then null else (select clock_timestamp()) end
    where chat_id = ${chatId} and (hidden_at is null) <> (message_id = any(${path}))`.execute(trx)
}

/** Hides the shown messages from a place of the path on. Gives the time that they bear as hidden, or null when there were none. */
export async function hideFrom(trx: Transaction<Database>, chatId: ChatId, position: number): Promise<string | null> {
  const { rows } = await sql<{ at: string }>`
    update reviewguide.messages set hidden_at = (select clock_timestamp())
    where chat_id = ${chatId} and hidden_at is null and position >= ${position}
    returning hidden_at::text as at`.execute(trx)
  return rows[0]?.at ?? null
}

/** Tells the messages of a chat from before there were versions which message each follows: until its first fork that was their order. */
export async function linkMessages(trx: Transaction<Database>, chatId: ChatId): Promise<void> {
  await sql`
    update reviewguide.messages m set parent_id = coalesce(linked.before, m.chat_id)
    from (
      select message_id, lag(message_id) over (order by position) as before from reviewguide.messages where chat_id = ${chatId}
    ) linked
    where m.message_id = linked.message_id and m.parent_id is null`.execute(trx)
}
