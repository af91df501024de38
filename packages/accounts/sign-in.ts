import { type Account, AppError, type SignInBody, type SignUpBody } from '@reviewguide/contracts'
import { type Asker, askerHeaders } from './asker.ts'
import type { AttemptLimits } from './attempt-limits.ts'
import type { Auth } from './auth.ts'
import { translated } from './auth-error.ts'
import { findAccount } from './find-account.ts'
import { isToken } from './letters.ts'
import type { AccountsDatabase } from './tables.ts'

/** Somebody who has just been signed in; `token` goes into their cookie and nowhere else. */
export interface NewSession {
  token: string
  account: Account
  /** False when the cookie should end with the browser. */
  remember: boolean
}

/** Signing up and in by address and password. */
export function createSignIn(auth: Auth, db: AccountsDatabase, limits: AttemptLimits) {
  const accountOf = async (email: string): Promise<Account> => {
    const account = await findAccount(db, { email })
    if (!account) throw new AppError('internal', { cause: new Error('the account is gone') })
    const { disabled: _, ...theirs } = account
    return theirs
  }

  return {
    /**
     * Makes an account. Where letters arrive, the answer and its time are the same for an address that has one. Elsewhere the account can be used at
     * once, which cannot hide that another one is there: throws `email_taken`, and no more often than the limits allow.
     */
    async signUp(
      body: SignUpBody,
      asker: Asker,
    ): Promise<({ outcome: 'signed_in' } & NewSession) | { outcome: 'confirm_email' }> {
      await limits.letter('sign-up', { email: body.email, address: asker.address })
      let token: string | null
      try {
        ;({ token } = await auth.api.signUpEmail({ body, headers: askerHeaders(asker) }))
      } catch (error) {
        // Two that sign up with one address at once: the second finds the row of the first. A database that is away throws here.
        if (!(await findAccount(db, { email: body.email }))) return await translated(() => Promise.reject(error))
        if (auth.options.emailAndPassword.requireEmailVerification) return { outcome: 'confirm_email' }
        throw new AppError('email_taken', { cause: error })
      }
      if (token === null) return { outcome: 'confirm_email' }
      return { outcome: 'signed_in', token, account: await accountOf(body.email), remember: true }
    },

    /** Throws `wrong_credentials` for a wrong password and for an unknown address alike, and `too_many_attempts`. */
    async signIn({ email, password, remember }: SignInBody, asker: Asker): Promise<NewSession> {
      const { token } = await limits.password({ email, address: asker.address }, () =>
        translated(() =>
          auth.api.signInEmail({ body: { email, password, rememberMe: remember }, headers: askerHeaders(asker) }),
        ),
      )
      const account = await accountOf(email)
      await forgetOldSessions(db, account)
      return { token, account, remember }
    },

    /** Confirms the address of the link's token. Throws `link_expired`. */
    async confirmEmail(token: string): Promise<void> {
      if (!isToken(token)) throw new AppError('link_expired')
      await translated(() => auth.api.verifyEmail({ query: { token } }))
    },
  }
}

/** Sessions that have run out are swept away where they pile up: with each sign-in, those of the account. */
async function forgetOldSessions(db: AccountsDatabase, { accountId }: Account): Promise<void> {
  await db.deleteFrom('sessions').where('account_id', '=', accountId).where('expires_at', '<', new Date()).execute()
}
