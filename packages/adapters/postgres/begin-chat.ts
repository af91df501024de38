import type { BeginRun } from '@reviewguide/workflow/ports'
import { sql } from 'kysely'
import { chatTitle } from './chat-title.ts'
import type { ReviewGuideDatabase } from './connect.ts'
import { sqlState } from './database-error.ts'
import { foldText } from './fold-text.ts'
import { leaseEnd } from './lease-end.ts'
import { storableJson, storableText } from './storable.ts'

const UNIQUE_VIOLATION = '23505'

/**
 * Makes the chat with its run and its first question in one statement, which most questions are: step by step each waits for eight round trips before
 * its first word. False when the chat exists or the key was used already; nothing is stored then.
 */
export async function beginChat(db: ReviewGuideDatabase, run: BeginRun, text: string): Promise<boolean> {
  const key = run.idempotencyKey === undefined ? null : storableText(run.idempotencyKey)
  const { messageId, clientId } = run.question
  const title = chatTitle(text)
  try {
    const { rows } = await sql`
      with chat as (
        insert into reviewguide.chats (chat_id, owner, title, title_folded, revision)
        values (${run.chatId}, ${run.owner}, ${title}, ${foldText(title)}, gen_random_uuid())
        on conflict do nothing returning chat_id, owner
      ), run as (
        insert into reviewguide.runs (run_id, chat_id, owner, answer_id, idempotency_key, status,
          question_id, request_id, asked_at, holder, lease_until)
        select ${run.runId}, chat_id, ${run.owner}, ${run.answerId}, ${key}, 'active',
          ${messageId}, ${run.requestId ?? null}, ${run.askedAt ?? null}::timestamptz, ${run.lease?.holder ?? null}, ${leaseEnd(run.lease)}
        from chat
      ), question as (
        insert into reviewguide.messages (message_id, chat_id, parent_id, client_id, role, parts)
        select ${messageId}, chat_id, chat_id, ${clientId === undefined ? null : storableText(clientId)}, 'user',
          ${storableJson([{ type: 'text', text }])}::jsonb
        from chat returning message_id
      )
      insert into reviewguide.message_texts (message_id, chat_id, owner, folded)
      select question.message_id, chat.chat_id, chat.owner, ${foldText(text)} from chat cross join question
      returning message_id`.execute(db)
    return rows.length > 0
  } catch (error) {
    // A rival with the same key was first. The failure takes the whole statement back.
    if (sqlState(error) === UNIQUE_VIOLATION) return false
    throw error
  }
}
