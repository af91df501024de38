import { type Account, AppError } from '@reviewguide/contracts'
import { type Asker, askerHeaders } from './asker.ts'
import type { AttemptLimits } from './attempt-limits.ts'
import type { Auth } from './auth.ts'
import { translated } from './auth-error.ts'
import { isToken } from './letters.ts'
import type { AccountsDatabase } from './tables.ts'

/** Changing, forgetting and proving a password. */
export function createPasswords(auth: Auth, db: AccountsDatabase, limits: AttemptLimits) {
  const prove = async ({ email, accountId }: Account, password: string, asker: Asker) => {
    const { password: hasher, internalAdapter } = await auth.$context
    await limits.password({ email, address: asker.address }, async () => {
      const method = await internalAdapter.findCredentialAccount(accountId)
      const right = method?.password && (await hasher.verify({ hash: method.password, password }))
      if (!right) throw new AppError('wrong_password')
    })
  }

  return {
    /**
     * Sets another password and ends every session of the account; gives the token of a new one for who asked. Throws `wrong_password` for a wrong
     * current one, `not_signed_in` when the session has ended meanwhile, and `too_many_attempts`.
     */
    async change(
      session: { token: string; account: Account },
      { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
      asker: Asker,
    ): Promise<string> {
      const body = { currentPassword, newPassword, revokeOtherSessions: true }
      const { token } = await limits.password({ email: session.account.email, address: asker.address }, () =>
        translated(() => auth.api.changePassword({ body, headers: askerHeaders(asker, session.token) })),
      )
      if (!token) throw new AppError('internal', { cause: new Error('no session after a change of password') })
      return token
    },

    /** Sends a letter with a link when the address has an account. Nothing tells the caller whether it has. Throws `too_many_attempts`. */
    async forgot(email: string, asker: Asker): Promise<void> {
      await limits.letter('forgot', { email, address: asker.address })
      await translated(() => auth.api.requestPasswordReset({ body: { email } }))
    },

    /** Sets a password by a link's token, once, and ends every session of the account. Throws `link_expired`. */
    async reset(token: string, newPassword: string): Promise<void> {
      if (!isToken(token)) throw new AppError('link_expired')
      await translated(() => auth.api.resetPassword({ body: { token, newPassword } }))
    },

    /** Throws `wrong_password` when the account has a password and it is not this one, and `too_many_attempts`. */
    async prove(account: Account, password: string | undefined, asker: Asker): Promise<void> {
      const method = await db
        .selectFrom('sign_in_methods')
        .select('id')
        .where('account_id', '=', account.accountId)
        .where('provider', '=', 'credential')
        .executeTakeFirst()
      if (!method) return
      if (password === undefined) throw new AppError('wrong_password')
      await prove(account, password, asker)
    },
  }
}
