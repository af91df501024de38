import { type AccountId, type AccountPage, AppError, type ListedAccount, type Role } from '@reviewguide/contracts'
import { accountColumns, toListedAccount } from './account-row.ts'
import type { Auth } from './auth.ts'
import { findAccount } from './find-account.ts'
import { resetLink } from './letters.ts'
import { newAccountId, newIdFor } from './new-ids.ts'
import type { createSessions } from './sessions.ts'
import type { AccountsDatabase } from './tables.ts'

export interface NewAccount {
  /** In lower case. */
  email: string
  name: string
  /** Without one, the account waits for its reset link. */
  password?: string
  role: Role
}

/** Looking after accounts: for administrators and the command line. None of it sees what belongs to the accounts. */
export function createAdministration(
  auth: Auth,
  db: AccountsDatabase,
  sessions: ReturnType<typeof createSessions>,
  publicUrl: string,
) {
  /** Changes a row. What the account may do less ends its sessions, whose cached copies would go on as before. Null when there is no such account. */
  const change = async (
    accountId: AccountId,
    to: { disabled?: boolean; role?: Role },
  ): Promise<ListedAccount | null> => {
    const row = await db
      .updateTable('accounts')
      .set({ ...to, updated_at: new Date() })
      .where('id', '=', accountId)
      .returning(accountColumns)
      .executeTakeFirst()
    if (!row) return null
    if (to.disabled !== false) await sessions.endAll(accountId)
    return toListedAccount(row)
  }

  return {
    find: (by: Parameters<typeof findAccount>[1]) => findAccount(db, by),

    /** Accounts by address; `q` is a part of address or name. Throws `invalid_request` for a cursor that is none. */
    async list({ cursor, limit, q }: { cursor?: string; limit: number; q?: string }): Promise<AccountPage> {
      let query = db
        .selectFrom('accounts')
        .select(accountColumns)
        .orderBy('email')
        .limit(limit + 1)
      if (cursor !== undefined) query = query.where('email', '>', decodeCursor(cursor))
      if (q !== undefined) {
        const part = q.toLowerCase()
        query = query.where(({ or, eb, fn, val }) =>
          or([
            eb(fn<number>('strpos', ['email', val(part)]), '>', 0),
            eb(fn<number>('strpos', [fn('lower', ['name']), val(part)]), '>', 0),
          ]),
        )
      }
      const rows = await query.execute()
      const items = rows.slice(0, limit).map(toListedAccount)
      return { items, nextCursor: rows.length > limit ? encodeCursor(items.at(-1)?.email ?? '') : null }
    },

    /** Makes an account whose address counts as confirmed. Throws `email_taken`. */
    async create({ email, name, password, role }: NewAccount): Promise<ListedAccount> {
      const { password: hasher } = await auth.$context
      const hash = password === undefined ? null : await hasher.hash(password)
      return db.transaction().execute(async (trx) => {
        const row = await trx
          .insertInto('accounts')
          .values({ id: newAccountId(), email, name, role, image: null, email_confirmed: true })
          .onConflict((conflict) => conflict.column('email').doNothing())
          .returning(accountColumns)
          .executeTakeFirst()
        if (!row) throw new AppError('email_taken')
        if (hash !== null) {
          await trx
            .insertInto('sign_in_methods')
            .values({
              id: newIdFor('account'),
              account_id: row.account_id,
              provider: 'credential',
              provider_account_id: row.account_id,
              password_hash: hash,
            })
            .execute()
        }
        return toListedAccount(row)
      })
    },

    /** A role takes effect at once: the account's sessions end. Null when there is no such account. */
    setRole: (accountId: AccountId, role: Role) => change(accountId, { role }),

    /** A disabled account is signed out everywhere, cannot sign in, and its keys open nothing. Null when there is no such account. */
    setDisabled: (accountId: AccountId, disabled: boolean) => change(accountId, { disabled }),

    /** Deletes the account with its sessions and keys; what it owns elsewhere goes before. False when there is none. */
    async delete(accountId: AccountId): Promise<boolean> {
      const { numDeletedRows } = await db.deleteFrom('accounts').where('id', '=', accountId).executeTakeFirst()
      // Afterwards, so that no session begins in between; their rows went with the account, their cached copies go now.
      await sessions.endAll(accountId)
      return numDeletedRows > 0n
    },

    /** A link by which its reader sets the account's password, once, within an hour. */
    resetLink: async (accountId: AccountId): Promise<string> =>
      resetLink(publicUrl, await auth.newResetToken(accountId)),
  }
}

const encodeCursor = (email: string) => Buffer.from(email).toString('base64url')

function decodeCursor(cursor: string): string {
  const email = Buffer.from(cursor, 'base64url').toString('utf8')
  if (!email.includes('@') || email.includes('\0') || encodeCursor(email) !== cursor) {
    throw new AppError('invalid_request', { details: { cursor: 'not a cursor of this list' } })
  }
  return email
}
