import type { OwnerId } from '@reviewguide/contracts'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'

/** See the port. The chats are locked first, as in every statement that takes chats and runs: a run that is about to end waits, and ends as the new owner's. */
export async function moveChats(db: ReviewGuideDatabase, from: OwnerId, to: OwnerId): Promise<number> {
  if (from === to) return 0
  return db.transaction().execute(async (trx) => {
    const chats = await trx.selectFrom('chats').select('chat_id').where('owner', '=', from).forUpdate().execute()
    const ids = chats.map(({ chat_id }) => chat_id)
    if (ids.length === 0) return 0
    await trx.updateTable('chats').set({ owner: to }).where('chat_id', 'in', ids).execute()
    await trx.updateTable('message_texts').set({ owner: to }).where('owner', '=', from).execute()
    // A key that the new owner has used too stays theirs: it may stand once.
    await sql`
      update reviewguide.runs moved set owner = ${to}, idempotency_key = case
        when exists (select from reviewguide.runs theirs where theirs.owner = ${to} and theirs.idempotency_key = moved.idempotency_key) then null
        else idempotency_key end
      where chat_id = any(${ids})`.execute(trx)
    return ids.length
  })
}
