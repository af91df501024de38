import type { ChatId } from '@reviewguide/contracts'
import type { BeginRun, BeginRunResult, TurnMemory } from '@reviewguide/workflow/ports'
import type { Kysely, Transaction } from 'kysely'
import { beginChat } from './begin-chat.ts'
import { chatTitle } from './chat-title.ts'
import type { ReviewGuideDatabase } from './connect.ts'
import { leaseEnd } from './lease-end.ts'
import type { Database } from './schema.ts'
import { storableJson, storableText } from './storable.ts'

/** Turns handed back: a reference reaches a few turns back, and a chat of hundreds must not be read whole for each message. */
const TURNS = 20

/** Carries an outcome out of the transaction, so that a chat made in it is taken back. */
class Refused extends Error {
  readonly result: BeginRunResult

  constructor(result: BeginRunResult) {
    super(result.outcome)
    this.result = result
  }
}

/** See the port. Everything in one transaction; the insert of the run, and no look before it, decides who was first. */
export async function beginRun(db: ReviewGuideDatabase, run: BeginRun): Promise<BeginRunResult> {
  if (run.mayCreate && (await beginChat(db, run))) return { outcome: 'begun', memory: [] }
  try {
    return await db.transaction().execute((trx) => begin(trx, run))
  } catch (error) {
    if (error instanceof Refused) return error.result
    throw error
  }
}

async function begin(trx: Transaction<Database>, run: BeginRun): Promise<BeginRunResult> {
  const repeated = await runOfKey(trx, run)
  if (repeated) return repeated
  if (run.mayCreate) {
    await trx
      .insertInto('chats')
      .values({ chat_id: run.chatId, owner: run.owner, title: chatTitle(storableText(run.question.text)) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  // Locks the chat, so that it cannot be deleted before the question is in it.
  const chat = await trx
    .selectFrom('chats')
    .select('chat_id')
    .where('chat_id', '=', run.chatId)
    .where('owner', '=', run.owner)
    .forKeyShare()
    .executeTakeFirst()
  if (!chat) throw new Refused({ outcome: 'not_found' })

  // Waits for a rival's transaction; afterwards the rival's row is there to be read.
  const claimed = await trx
    .insertInto('runs')
    .values({
      run_id: run.runId,
      chat_id: run.chatId,
      owner: run.owner,
      answer_id: run.answerId,
      idempotency_key: keyOf(run),
      status: 'active',
      question_id: run.question.messageId,
      request_id: run.requestId ?? null,
      asked_at: run.askedAt ?? null,
      holder: run.lease?.holder ?? null,
      lease_until: leaseEnd(run.lease),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('run_id')
    .executeTakeFirst()
  if (!claimed) throw new Refused((await runOfKey(trx, run)) ?? { outcome: 'run_active' })

  const memory = await memoryOf(trx, run.chatId)
  const text = storableText(run.question.text)
  await trx
    .insertInto('messages')
    .values({
      message_id: run.question.messageId,
      chat_id: run.chatId,
      role: 'user',
      parts: storableJson([{ type: 'text', text }]),
    })
    .execute()
  await trx.updateTable('chats').set({ updated_at: new Date() }).where('chat_id', '=', run.chatId).execute()
  return { outcome: 'begun', memory }
}

const keyOf = (run: BeginRun) => (run.idempotencyKey === undefined ? null : storableText(run.idempotencyKey))

async function runOfKey(trx: Transaction<Database>, run: BeginRun): Promise<BeginRunResult | null> {
  const key = keyOf(run)
  if (key === null) return null
  const row = await trx
    .selectFrom('runs')
    .select(['run_id', 'chat_id', 'answer_id'])
    .where('owner', '=', run.owner)
    .where('idempotency_key', '=', key)
    .executeTakeFirst()
  return row ? { outcome: 'repeated', runId: row.run_id, chatId: row.chat_id, answerId: row.answer_id } : null
}

/** What the chat's last turns left behind, oldest first. */
export async function memoryOf(db: Kysely<Database>, chatId: ChatId): Promise<TurnMemory[]> {
  const rows = await db
    .selectFrom('messages')
    .select('memory')
    .where('chat_id', '=', chatId)
    .where('memory', 'is not', null)
    .orderBy('position', 'desc')
    .limit(TURNS)
    .execute()
  return rows.flatMap(({ memory }) => (memory ? [memory] : [])).toReversed()
}
