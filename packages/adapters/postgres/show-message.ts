import type { ChatId, MessageId, OwnerId } from '@reviewguide/contracts'
import { sql, type Transaction } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import type { Database } from './schema.ts'
import { linkMessages, showBranch } from './show-branch.ts'
import { storableText } from './storable.ts'

/** Locks the owner's chat against questions that would begin, and tells whether it is there and answering. */
export async function lockChat(
  trx: Transaction<Database>,
  chatId: ChatId,
  owner: OwnerId,
): Promise<'idle' | 'not_found' | 'run_active'> {
  const chat = await trx
    .selectFrom('chats')
    .select('chat_id')
    .where('chat_id', '=', storableText(chatId) as ChatId)
    .where('owner', '=', owner)
    .forUpdate()
    .executeTakeFirst()
  if (!chat) return 'not_found'
  // Looked at after the lock: whoever began before it is seen, and nobody begins now.
  const run = await trx
    .selectFrom('runs')
    .select('run_id')
    .where('chat_id', '=', chat.chat_id)
    .where('status', '=', 'active')
    .executeTakeFirst()
  return run ? 'run_active' : 'idle'
}

/** See the port. */
export async function showMessage(
  db: ReviewGuideDatabase,
  chatId: ChatId,
  owner: OwnerId,
  messageId: MessageId,
): Promise<'shown' | 'not_found' | 'run_active'> {
  return db.transaction().execute(async (trx) => {
    const state = await lockChat(trx, chatId, owner)
    if (state === 'not_found') return state
    const message = await trx
      .selectFrom('messages')
      .select('hidden_at')
      .where('message_id', '=', storableText(messageId) as MessageId)
      .where('chat_id', '=', chatId)
      .executeTakeFirst()
    if (!message) return 'not_found'
    if (message.hidden_at === null) return 'shown'
    if (state === 'run_active') return state
    await linkMessages(trx, chatId)
    await showBranch(trx, chatId, messageId)
    await trx.updateTable('chats').set({ revision: sql`gen_random_uuid()` }).where('chat_id', '=', chatId).execute()
    return 'shown'
  })
}
