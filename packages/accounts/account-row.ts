import type { Account, AccountId, ListedAccount } from '@reviewguide/contracts'
import type { Selectable } from 'kysely'
import type { AccountTables } from './tables.ts'

/** The columns that `toAccount` reads. */
export const accountColumns = [
  'accounts.id as account_id',
  'accounts.email',
  'accounts.name',
  'accounts.role',
  'accounts.email_confirmed',
  'accounts.disabled',
  'accounts.created_at',
] as const

export type AccountRow = { account_id: AccountId } & Pick<
  Selectable<AccountTables['accounts']>,
  'email' | 'name' | 'role' | 'email_confirmed' | 'disabled' | 'created_at'
>

/** A row as its owner sees it. */
export function toAccount(row: AccountRow): Account {
  return {
    accountId: row.account_id,
    email: row.email,
    name: row.name,
    role: row.role,
    emailConfirmed: row.email_confirmed,
    createdAt: row.created_at.toISOString(),
  }
}

/** A row as an administrator sees it. */
export function toListedAccount(row: AccountRow): ListedAccount {
  return { ...toAccount(row), disabled: row.disabled }
}
