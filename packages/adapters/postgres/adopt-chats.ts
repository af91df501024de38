import type { AccountId, GuestId } from '@reviewguide/contracts'
import type { ReviewGuideDatabase } from './connect.ts'

/**
 * See the port. One transaction: a chat whose run is somebody else's could be stopped by nobody. The chats are locked first: a run that begins in one of
 * them at this moment waits and then finds that the chat is not the guest's any more, or is waited for and goes along.
 */
export function adoptChats(db: ReviewGuideDatabase, guest: GuestId, account: AccountId): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const chats = await trx.selectFrom('chats').select('chat_id').where('owner', '=', guest).forUpdate().execute()
    if (chats.length === 0) return 0
    const ids = chats.map(({ chat_id }) => chat_id)
    // A key that the account used as well stays with the account's run; the guest's has started and needs its key no more.
    await trx
      .updateTable('runs')
      .set({ idempotency_key: null })
      .where('chat_id', 'in', ids)
      .where('idempotency_key', 'in', (where) =>
        where.selectFrom('runs as taken').select('taken.idempotency_key').where('taken.owner', '=', account),
      )
      .execute()
    await trx.updateTable('runs').set({ owner: account }).where('chat_id', 'in', ids).execute()
    await trx.updateTable('chats').set({ owner: account }).where('chat_id', 'in', ids).execute()
    return ids.length
  })
}
