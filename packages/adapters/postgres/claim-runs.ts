import type { ChatId, MessageId, OwnerId, RunId } from '@reviewguide/contracts'
import type { ClaimedRun, Lease } from '@reviewguide/workflow/ports'
import { type RawBuilder, sql } from 'kysely'
import { memoryOf } from './begin-run.ts'
import type { ReviewGuideDatabase } from './connect.ts'
import { leaseEnd } from './lease-end.ts'

interface ClaimedRow {
  run_id: RunId
  chat_id: ChatId
  owner: OwnerId
  answer_id: MessageId
  idempotency_key: string | null
  epoch: number
  stop_asked: boolean
  request_id: string | null
  question_id: MessageId | null
  asked_at: string
  checkpoint: unknown
}

/** See the port. Rows that a rival is claiming are passed over, not waited for. */
export function claimExpiredRuns(db: ReviewGuideDatabase, lease: Lease, most: number): Promise<ClaimedRun[]> {
  return claim(
    db,
    lease,
    sql`run_id in (
      select run_id from reviewguide.runs where status = 'active' and lease_until < clock_timestamp()
      order by lease_until limit ${most} for update skip locked
    )`,
  )
}

/** See the port. */
export async function claimRun(db: ReviewGuideDatabase, runId: RunId, lease: Lease): Promise<ClaimedRun | null> {
  const [claimed] = await claim(db, lease, sql`run_id = ${runId} and status = 'active'`)
  return claimed ?? null
}

async function claim(db: ReviewGuideDatabase, lease: Lease, which: RawBuilder<unknown>): Promise<ClaimedRun[]> {
  const { rows } = await sql<ClaimedRow>`
    update reviewguide.runs set holder = ${lease.holder}, epoch = epoch + 1, lease_until = ${leaseEnd(lease)}
    where ${which}
    returning run_id, chat_id, owner, answer_id, idempotency_key, epoch, stop_asked, request_id, question_id,
      coalesce(asked_at, started_at) as asked_at, checkpoint`.execute(db)
  return Promise.all(
    rows.map(async (row) => ({
      runId: row.run_id,
      epoch: row.epoch,
      chatId: row.chat_id,
      owner: row.owner,
      answerId: row.answer_id,
      idempotencyKey: row.idempotency_key ?? undefined,
      requestId: row.request_id ?? row.run_id,
      askedAt: new Date(row.asked_at),
      stopAsked: row.stop_asked,
      checkpoint: row.checkpoint,
      ...(await askedOf(db, row)),
    })),
  )
}

/** What was asked, and what the chat remembers: nothing was added to it since, as an active run keeps other questions out. */
async function askedOf(db: ReviewGuideDatabase, { question_id, chat_id }: ClaimedRow) {
  if (question_id === null) return { question: null, memory: [] }
  const [message, memory] = await Promise.all([
    db.selectFrom('messages').select('parts').where('message_id', '=', question_id).executeTakeFirst(),
    memoryOf(db, chat_id),
  ])
  const text = message?.parts.flatMap((part) => (part.type === 'text' ? [part.text] : []))
  return { question: text?.join('\n') ?? null, memory }
}
