import type { OwnerId } from '@reviewguide/contracts'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'

/** See the port. What hangs on a chat goes with it. */
export async function deleteChats(db: ReviewGuideDatabase, owner: OwnerId): Promise<number> {
  return db.transaction().execute(async (trx) => {
    // Years of chats may take longer than a page may wait, and half of them is no answer.
    await sql`set local statement_timeout = 0`.execute(trx)
    const { numDeletedRows } = await trx.deleteFrom('chats').where('owner', '=', owner).executeTakeFirst()
    return Number(numDeletedRows)
  })
}
