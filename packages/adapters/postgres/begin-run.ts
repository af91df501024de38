import type { ChatId } from '@reviewguide/contracts'
import type { BeginRun, BeginRunResult, TurnMemory } from '@reviewguide/workflow/ports'
import { type Kysely, sql, type Transaction } from 'kysely'
import { beginChat } from './begin-chat.ts'
import { chatTitle } from './chat-title.ts'
import type { ReviewGuideDatabase } from './connect.ts'
import { foldText } from './fold-text.ts'
import { leaseEnd } from './lease-end.ts'
import { placeQuestion } from './place-question.ts'
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
export async function beginRun(
  db: ReviewGuideDatabase,
  run: BeginRun,
  mostMessages = Number.POSITIVE_INFINITY,
): Promise<BeginRunResult> {
  const { messageId } = run.question
  const text = run.question.text === null ? null : storableText(run.question.text)
  if (run.mayCreate && text !== null && !namesStored(run) && (await beginChat(db, run, text)))
    return { outcome: 'begun', question: { messageId, text }, memory: [], messages: 1 }
  try {
    return await db.transaction().execute((trx) => begin(trx, run, mostMessages))
  } catch (error) {
    if (error instanceof Refused) return error.result
    throw error
  }
}

/** Whether the run speaks of a message that only a chat that exists can have. */
const namesStored = ({ edits, regenerates }: BeginRun) => {
  const named = edits ?? regenerates?.message
  return named !== undefined && 'id' in named
}

async function begin(trx: Transaction<Database>, run: BeginRun, mostMessages: number): Promise<BeginRunResult> {
  const repeated = await runOfKey(trx, run)
  if (repeated) return repeated
  if (run.mayCreate && run.question.text !== null && !namesStored(run)) {
    const title = chatTitle(storableText(run.question.text))
    await trx
      .insertInto('chats')
      .values({ chat_id: run.chatId, owner: run.owner, title, title_folded: foldText(title) })
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

  const place = await placeQuestion(trx, run)
  if (!place) throw new Refused({ outcome: 'not_found' })
  const memory = await memoryOf(trx, run.chatId)
  if (place.kind === 'new') await storeQuestion(trx, run, place.text, place.parentId)
  else
    await trx
      .updateTable('runs')
      .set({ question_id: place.question.messageId, hid_at: place.hidAt })
      .where('run_id', '=', run.runId)
      .execute()
  await trx
    .updateTable('chats')
    .set({ updated_at: new Date(), revision: sql`gen_random_uuid()` })
    .where('chat_id', '=', run.chatId)
    .execute()
  const { count } = await trx
    .selectFrom('messages')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('chat_id', '=', run.chatId)
    .executeTakeFirstOrThrow()
  // With the answer to come. The chat is ours from here on: nobody else adds to it between the count and the answer.
  if (count + 1 > mostMessages) throw new Refused({ outcome: 'chat_full' })
  const question = place.kind === 'new' ? { messageId: run.question.messageId, text: place.text } : place.question
  return { outcome: 'begun', question, memory, messages: count }
}

async function storeQuestion(trx: Transaction<Database>, run: BeginRun, text: string, parentId: string): Promise<void> {
  const { messageId, clientId } = run.question
  await trx
    .insertInto('messages')
    .values({
      message_id: messageId,
      chat_id: run.chatId,
      parent_id: parentId,
      client_id: clientId === undefined ? null : storableText(clientId),
      role: 'user',
      parts: storableJson([{ type: 'text', text }]),
    })
    .execute()
  await trx
    .insertInto('message_texts')
    .values({ message_id: messageId, chat_id: run.chatId, owner: run.owner, folded: foldText(text) })
    .execute()
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

/** What the last turns of the path that is shown left behind, oldest first. */
export async function memoryOf(db: Kysely<Database>, chatId: ChatId): Promise<TurnMemory[]> {
  const rows = await db
    .selectFrom('messages')
    .select('memory')
    .where('chat_id', '=', chatId)
    .where('hidden_at', 'is', null)
    .where('memory', 'is not', null)
    .orderBy('position', 'desc')
    .limit(TURNS)
    .execute()
  return rows.flatMap(({ memory }) => (memory ? [memory] : [])).toReversed()
}
