import type { EndRun } from '@reviewguide/workflow/ports'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { storableJson } from './storable.ts'

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
  const epoch = run.epoch ?? 1
  const { rows } = await sql<{ lost: boolean }>`
    with ended as (
      update reviewguide.runs set status = ${run.status}, error_code = ${run.errorCode ?? null}, finished_at = now(),
        events = ${run.events ?? null}, checkpoint = null
      where run_id = ${run.runId} and status = 'active' and epoch = ${epoch}
      returning chat_id, answer_id
    ), touched as (
      update reviewguide.chats set updated_at = now() where chat_id in (select chat_id from ended)
    ), answer as (
      insert into reviewguide.messages (message_id, chat_id, role, parts, metadata, memory)
      select answer_id, chat_id, 'assistant', ${storableJson(run.parts)}::jsonb, ${storableJson(run.metadata)}::jsonb,
        ${run.memory && storableJson(run.memory)}::jsonb
      from ended where not ${unanswered}::boolean
      returning message_id
    ), claims as (
      insert into reviewguide.claims (message_id, position, body, evidence, verdict)
      select answer.message_id, claim.position, claim.body, claim.evidence, claim.verdict
      from answer cross join jsonb_to_recordset(${storableJson(claims)}::jsonb) as claim (position integer, body text, evidence integer[], verdict text)
    )
    select exists (select from reviewguide.runs where run_id = ${run.runId} and epoch > ${epoch}) as lost`.execute(db)
  return !rows[0]?.lost
}
