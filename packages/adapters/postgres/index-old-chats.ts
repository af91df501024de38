import type { ChatId, OwnerId } from '@reviewguide/contracts'
import type { Transaction } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { foldText } from './fold-text.ts'
import { messageText } from './message-text.ts'
import type { Database } from './schema.ts'
import { storableText } from './storable.ts'

/** Makes an owner's chats from before there was a search searchable, one by one: they are known by their title, which has no folded form. */
export async function indexOldChats(db: ReviewGuideDatabase, owner: OwnerId): Promise<void> {
  const old = await db
    .selectFrom('chats')
    .select('chat_id')
    .where('owner', '=', owner)
    .where('title_folded', 'is', null)
    .execute()
  for (const { chat_id } of old) await db.transaction().execute((trx) => indexChat(trx, chat_id, owner))
}

async function indexChat(trx: Transaction<Database>, chatId: ChatId, owner: OwnerId): Promise<void> {
  // Locked, so that it keeps its title and its owner meanwhile; who comes second finds it done.
  const chat = await trx
    .selectFrom('chats')
    .select('title')
    .where('chat_id', '=', chatId)
    .where('owner', '=', owner)
    .where('title_folded', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!chat) return
  const messages = await trx
    .selectFrom('messages')
    .select(['message_id', 'parts'])
    .where('chat_id', '=', chatId)
    .orderBy('position')
    .execute()
  const texts = messages.map(({ message_id, parts }) => {
    return { message_id, chat_id: chatId, owner, folded: foldText(storableText(messageText(parts))) }
  })
  if (texts.length > 0) {
    await trx
      .insertInto('message_texts')
      .values(texts)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await trx
    .updateTable('chats')
    .set({ title_folded: foldText(chat.title) })
    .where('chat_id', '=', chatId)
    .execute()
}
