import type { BeginRun } from '@reviewguide/workflow/ports'
import { sql } from 'kysely'
import { chatTitle } from './chat-title.ts'
import type { ReviewGuideDatabase } from './connect.ts'
import { sqlState } from './database-error.ts'
import { leaseEnd } from './lease-end.ts'
import { storableJson, storableText } from './storable.ts'

const UNIQUE_VIOLATION = '23505'

/**
 * Makes the chat with its run and its first question in one statement, which most questions are: step by step each waits for eight round trips before
 * its first word. False when the chat exists or the key was used already; nothing is stored then.
 */
export async function beginChat(db: ReviewGuideDatabase, run: BeginRun): Promise<boolean> {
  const text = storableText(run.question.text)
  const key = run.idempotencyKey === undefined ? null : storableText(run.idempotencyKey)
  try {
    const { rows } = await sql`
      with chat as (
        insert into reviewguide.chats (chat_id, owner, title) values (${run.chatId}, ${run.owner}, ${chatTitle(text)})
        on conflict do nothing returning chat_id
      ), run as (
        insert into reviewguide.runs (run_id, chat_id, owner, answer_id, idempotency_key, status,
          question_id, request_id, asked_at, holder, lease_until)
        select ${run.runId}, chat_id, ${run.owner}, ${run.answerId}, ${key}, 'active',
          ${run.question.messageId}, ${run.requestId ?? null}, ${run.askedAt ?? null}::timestamptz, ${run.lease?.holder ?? null}, ${leaseEnd(run.lease)}
        from chat
      )
      insert into reviewguide.messages (message_id, chat_id, role, parts)
      select ${run.question.messageId}, chat_id, 'user', ${storableJson([{ type: 'text', text }])}::jsonb from chat
      returning message_id`.execute(db)
    return rows.length > 0
  } catch (error) {
    // A rival with the same key was first. The failure takes the whole statement back.
    if (sqlState(error) === UNIQUE_VIOLATION) return false
    throw error
  }
}
