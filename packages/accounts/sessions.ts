import type { AccountId, Session, SessionId } from '@reviewguide/contracts'
import type { Auth } from './auth.ts'
import type { AccountsDatabase } from './tables.ts'

/** Where an account is signed in, and ending that. What ends here has ended on every backend. */
export function createSessions(auth: Auth, db: AccountsDatabase) {
  /** Ends a session. Throws `database_unavailable` when it goes on. */
  const end = async (token: string) => {
    // By ourselves: the library takes a row that it cannot look up for one that is gone, and somebody would leave a browser that is still signed in.
    await db.deleteFrom('sessions').where('token', '=', token).execute()
    const { internalAdapter } = await auth.$context
    await internalAdapter.deleteSession(token)
  }

  return {
    end,

    /** Ends every session of the account. */
    async endAll(accountId: AccountId): Promise<void> {
      const { internalAdapter } = await auth.$context
      await internalAdapter.deleteUserSessions(accountId)
    },

    /** The account's sessions, newest first; `current` marks the one that asks. */
    async list(accountId: AccountId, current: SessionId | null): Promise<Session[]> {
      const rows = await db
        .selectFrom('sessions')
        .select(['id', 'ip_address', 'user_agent', 'created_at', 'expires_at'])
        .where('account_id', '=', accountId)
        .where('expires_at', '>', new Date())
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        sessionId: row.id,
        current: row.id === current,
        createdAt: row.created_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
        address: row.ip_address || null,
        userAgent: row.user_agent || null,
      }))
    },

    /** Ends one session of the account; false when it has none of this id. */
    async endOne(accountId: AccountId, sessionId: SessionId): Promise<boolean> {
      const row = await db
        .selectFrom('sessions')
        .select('token')
        .where('id', '=', sessionId)
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      if (row) await end(row.token)
      return row !== undefined
    },
  }
}
