import type { ChatId, Feedback, MessageId, OwnerId } from '@reviewguide/contracts'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { storableText } from './storable.ts'

/** See the port. */
export async function giveFeedback(
  db: ReviewGuideDatabase,
  chatId: ChatId,
  owner: OwnerId,
  answerId: MessageId,
  feedback: Feedback | null,
): Promise<boolean> {
  const comment = feedback?.comment ? storableText(feedback.comment) : null
  const change = feedback
    ? sql`insert into reviewguide.feedback (message_id, verdict, reason, comment)
        select message_id, ${feedback.verdict}, ${feedback.reason ?? null}, ${comment} from answer
        on conflict (message_id) do update
        set verdict = excluded.verdict, reason = excluded.reason, comment = excluded.comment, given_at = now()`
    : sql`delete from reviewguide.feedback where message_id in (select message_id from answer)`
  const { rows } = await sql`
    with answer as (
      select message_id, chat_id from reviewguide.messages join reviewguide.chats using (chat_id)
      where chat_id = ${storableText(chatId)} and owner = ${owner} and message_id = ${storableText(answerId)} and role = 'assistant'
      -- Who deletes the chat in this moment is waited for: then there is no answer any more.
      for key share of messages
    ), changed as (${change}), touched as (
      update reviewguide.chats set revision = gen_random_uuid() where chat_id in (select chat_id from answer)
    )
    select message_id from answer`.execute(db)
  return rows.length > 0
}
