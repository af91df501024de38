import type { ChatId, MessageId, MessageRef, StoredPart } from '@reviewguide/contracts'
import type { BeginRun } from '@reviewguide/workflow/ports'
import type { Transaction } from 'kysely'
import type { Database } from './schema.ts'
import { hideFrom, linkMessages, showBranch } from './show-branch.ts'
import { storableText } from './storable.ts'

/** Where a run's question stands: a new one below a message (or, as its first, the chat), or an earlier one that is answered again. */
export type QuestionPlace =
  | { kind: 'new'; text: string; parentId: string }
  | {
      kind: 'again'
      question: { messageId: MessageId; text: string }
      /** When what it is to replace was hidden; null when it had no answer. */
      hidAt: string | null
    }

interface Found {
  message_id: MessageId
  parent_id: string | null
  position: number
  role: 'user' | 'assistant'
  parts: StoredPart[]
  hidden_at: string | null
}

/** Finds the place of a run's question and shows the path down to it. Null when it names a message that the chat does not have. The run has claimed the chat. */
export async function placeQuestion(trx: Transaction<Database>, run: BeginRun): Promise<QuestionPlace | null> {
  const { chatId, edits, regenerates } = run
  const text = run.question.text === null ? null : storableText(run.question.text)
  const named = edits ?? regenerates?.message
  if (named) {
    await linkMessages(trx, chatId)
    const message = await findMessage(trx, chatId, named)
    if (message && edits) return message.role === 'user' && text !== null ? beside(trx, chatId, message, text) : null
    const question = message && (message.role === 'user' ? message : await parentOf(trx, chatId, message))
    if (question) return again(trx, chatId, question)
    // A client's own id that is unknown is one of a question that never got here.
    if ('id' in named) return null
  }
  if (regenerates) {
    const last = await shown(trx, chatId, 'user')
    if (last && text !== null && textOf(last) === text) return again(trx, chatId, last)
  }
  if (text === null) return null
  return { kind: 'new', text, parentId: (await shown(trx, chatId))?.message_id ?? chatId }
}

async function beside(trx: Transaction<Database>, chatId: ChatId, other: Found, text: string): Promise<QuestionPlace> {
  if (other.hidden_at !== null) await showBranch(trx, chatId, other.message_id)
  await hideFrom(trx, chatId, other.position)
  return { kind: 'new', text, parentId: other.parent_id ?? chatId }
}

async function again(trx: Transaction<Database>, chatId: ChatId, question: Found): Promise<QuestionPlace> {
  if (question.hidden_at !== null) await showBranch(trx, chatId, question.message_id)
  const hidAt = await hideFrom(trx, chatId, question.position + 1)
  return { kind: 'again', question: { messageId: question.message_id, text: textOf(question) }, hidAt }
}

const textOf = ({ parts }: Found) => parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n')

const messages = (trx: Transaction<Database>, chatId: ChatId) =>
  trx
    .selectFrom('messages')
    .select(['message_id', 'parent_id', 'position', 'role', 'parts', 'hidden_at'])
    .where('chat_id', '=', chatId)

/** The message by its id, also by that of an answer that had nothing to store: its question then. By a client's id, of several the one shown, or the last. */
async function findMessage(trx: Transaction<Database>, chatId: ChatId, ref: MessageRef): Promise<Found | undefined> {
  if ('clientId' in ref) {
    return messages(trx, chatId)
      .where('client_id', '=', storableText(ref.clientId))
      .orderBy('hidden_at', (order) => order.desc().nullsFirst())
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirst()
  }
  const message = await messages(trx, chatId).where('message_id', '=', ref.id).executeTakeFirst()
  if (message) return message
  const run = await trx
    .selectFrom('runs')
    .select('question_id')
    .where('chat_id', '=', chatId)
    .where('answer_id', '=', ref.id)
    .executeTakeFirst()
  return run?.question_id ? findMessage(trx, chatId, { id: run.question_id }) : undefined
}

const parentOf = (trx: Transaction<Database>, chatId: ChatId, { parent_id }: Found): Promise<Found | undefined> =>
  messages(trx, chatId)
    .where('message_id', '=', parent_id as MessageId)
    .where('role', '=', 'user')
    .executeTakeFirst()

/** The last message of the path that is shown, or its last of a role. */
const shown = (trx: Transaction<Database>, chatId: ChatId, role?: 'user'): Promise<Found | undefined> =>
  messages(trx, chatId)
    .where('hidden_at', 'is', null)
    .$if(role !== undefined, (query) => query.where('role', '=', 'user'))
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
