import type { EndRun } from '@reviewguide/workflow/ports'
import type { ReviewGuideDatabase } from './connect.ts'
import { storableJson, storableText } from './storable.ts'

/** See the port. The status changes once, and only who changed it writes the answer. A chat deleted meanwhile took its run along. */
export async function endRun(db: ReviewGuideDatabase, run: EndRun): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const ended = await trx
      .updateTable('runs')
      .set({ status: run.status, error_code: run.errorCode ?? null, finished_at: new Date() })
      .where('run_id', '=', run.runId)
      .where('status', '=', 'active')
      .returning(['chat_id', 'answer_id'])
      .executeTakeFirst()
    if (!ended) return
    await trx.updateTable('chats').set({ updated_at: new Date() }).where('chat_id', '=', ended.chat_id).execute()
    // A run that failed before its first word leaves its question unanswered, not an empty answer.
    if (run.status === 'failed' && run.parts.length === 0) return
    await trx
      .insertInto('messages')
      .values({
        message_id: ended.answer_id,
        chat_id: ended.chat_id,
        role: 'assistant',
        parts: storableJson(run.parts),
        metadata: storableJson(run.metadata),
        memory: run.memory && storableJson(run.memory),
      })
      .execute()
    if (run.claims.length === 0) return
    await trx
      .insertInto('claims')
      .values(
        run.claims.map(({ text, evidence, verdict }, position) => ({
          message_id: ended.answer_id,
          position,
          body: storableText(text),
          evidence,
          verdict,
        })),
      )
      .execute()
  })
}
