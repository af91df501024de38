import { type ChatId, ErrorCode, type OwnerId } from '@reviewguide/contracts'
import type { RunStore } from '@reviewguide/workflow/ports'
import { sql } from 'kysely'
import { claimExpiredRuns, claimRun } from './claim-runs.ts'
import type { ReviewGuideDatabase } from './connect.ts'
import { renewRuns } from './renew-runs.ts'
import { storableJson, storableText } from './storable.ts'

/** Who works on which run, in Postgres. Row locks settle every race; times are the database's. */
export function createPostgresRunStore({ db }: { db: ReviewGuideDatabase }): RunStore {
  const owned = (chatId: ChatId, owner: OwnerId) => ({ chat_id: storableText(chatId) as ChatId, owner })
  return {
    renew: (runs, lease) => renewRuns(db, runs, lease),
    claimExpired: (lease, most) => claimExpiredRuns(db, lease, most),
    claim: (runId, lease) => claimRun(db, runId, lease),

    async askStop(chatId, owner) {
      const run = await db
        .updateTable('runs')
        .set({ stop_asked: true })
        .where((where) => where.and(owned(chatId, owner)))
        .where('status', '=', 'active')
        .returning('run_id')
        .executeTakeFirst()
      return run ? { runId: run.run_id } : null
    },

    async keepCheckpoint({ runId, epoch }, checkpoint) {
      await db
        .updateTable('runs')
        .set({ checkpoint: storableJson(checkpoint) })
        .where((where) => where.and({ run_id: runId, epoch, status: 'active' as const }))
        .execute()
    },

    async lastRun(chatId, owner) {
      const run = await db
        .selectFrom('runs')
        .select(['run_id', 'answer_id', 'status'])
        .where((where) => where.and(owned(chatId, owner)))
        // A run that waited for a rival began before it by its own time.
        .orderBy(sql`(status = 'active')`, 'desc')
        .orderBy('started_at', 'desc')
        .limit(1)
        .executeTakeFirst()
      return run ? { runId: run.run_id, answerId: run.answer_id, active: run.status === 'active' } : null
    },

    async standing(runId) {
      const run = await db
        .selectFrom('runs')
        .leftJoin('messages', 'messages.message_id', 'runs.answer_id')
        .select(['runs.status', 'runs.error_code', 'runs.events', 'messages.metadata'])
        .where('runs.run_id', '=', runId)
        .executeTakeFirst()
      if (!run) return null
      if (run.status === 'active') return { active: true }
      const errorCode = ErrorCode.safeParse(run.error_code).data ?? null
      return { active: false, status: run.status, errorCode, metadata: run.metadata, events: run.events }
    },
  }
}
