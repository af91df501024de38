import type { EndRun } from '@reviewguide/workflow/ports'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { foldText } from './fold-text.ts'
import { messageText } from './message-text.ts'
import { storableJson, storableText } from './storable.ts'

/**
 * See the port. The status changes once, by the epoch that holds the run, and only who changed it writes the answer. A chat deleted meanwhile took its
 * run along. One statement: the last part of the stream waits for it.
 */
export async function endRun(db: ReviewGuideDatabase, run: EndRun): Promise<boolean> {
  // A run that failed before its first word leaves its question unanswered, not an empty answer.
  const unanswered = run.status === 'failed' && run.parts.length === 0
  const claims = run.claims.map(({ text, evidence, verdict }, position) => ({
    position,
    body: text,
    evidence,
    verdict,
  }))
  const folded = foldText(storableText(messageText(run.parts)))
  const epoch = run.epoch ?? 1
  const { rows } = await sql<{ lost: boolean }>`
    with chat as (
      -- The chat before the run, as in every statement that takes both: one that deletes or moves the chat would else wait for this one, and this one for it.
      select chats.chat_id, chats.owner from reviewguide.runs join reviewguide.chats using (chat_id)
      where run_id = ${run.runId} and status = 'active' and epoch = ${epoch} for no key update of chats
    ), ended as (
      update reviewguide.runs set status = ${run.status}, error_code = ${run.errorCode ?? null}, finished_at = now(),
        events = ${run.events ?? null}, checkpoint = null
      where run_id = ${run.runId} and status = 'active' and epoch = ${epoch} and chat_id in (select chat_id from chat)
      returning chat_id, answer_id, question_id, hid_at
    ), touched as (
      update reviewguide.chats set updated_at = now(), revision = gen_random_uuid() where chat_id in (select chat_id from ended)
    ), before as (
      -- There is no answer to show instead of the one before it.
      update reviewguide.messages set hidden_at = null from ended
      where ${unanswered}::boolean and messages.chat_id = ended.chat_id and messages.hidden_at = ended.hid_at
    ), answer as (
      insert into reviewguide.messages (message_id, chat_id, parent_id, role, parts, metadata, memory)
      select answer_id, chat_id, question_id, 'assistant', ${storableJson(run.parts)}::jsonb, ${storableJson(run.metadata)}::jsonb,
        ${run.memory && storableJson(run.memory)}::jsonb
      from ended where not ${unanswered}::boolean
      returning message_id, chat_id
    ), searchable as (
      insert into reviewguide.message_texts (message_id, chat_id, owner, folded)
      select message_id, chat_id, chat.owner, ${folded} from answer join chat using (chat_id)
    ), claims as (
      insert into reviewguide.claims (message_id, position, body, evidence, verdict)
      select answer.message_id, claim.position, claim.body, claim.evidence, claim.verdict
      from answer cross join jsonb_to_recordset(${storableJson(claims)}::jsonb) as claim (position integer, body text, evidence integer[], verdict text)
    )
    select exists (select from reviewguide.runs where run_id = ${run.runId} and epoch > ${epoch}) as lost`.execute(db)
  return !rows[0]?.lost
}
