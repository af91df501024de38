import type { AccountId, ListedAccount } from '@reviewguide/contracts'
import { accountColumns, toListedAccount } from './account-row.ts'
import type { AccountsDatabase } from './tables.ts'

/** The account of an address (in lower case) or an id; null when there is none. */
export async function findAccount(
  db: AccountsDatabase,
  by: { email: string } | { accountId: AccountId },
): Promise<ListedAccount | null> {
  const row = await db
    .selectFrom('accounts')
    .select(accountColumns)
    .where((where) => ('email' in by ? where('email', '=', by.email) : where('id', '=', by.accountId)))
    .executeTakeFirst()
  return row ? toListedAccount(row) : null
}
