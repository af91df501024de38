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
    -- The chat is taken first, as by everybody: who deletes it in this moment is waited for, and then there is no answer any more.
    with chat as (
      select chat_id from reviewguide.chats where chat_id = ${storableText(chatId)} and owner = ${owner} for no key update
    ), answer as (
      select message_id, chat_id from reviewguide.messages join chat using (chat_id)
      where message_id = ${storableText(answerId)} and role = 'assistant'
    ), changed as (${change}), touched as (
      update reviewguide.chats set revision = gen_random_uuid() where chat_id in (select chat_id from answer)
    )
    select message_id from answer`.execute(db)
  return rows.length > 0
}
