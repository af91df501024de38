import { createHmac } from 'node:crypto'
import { type AccountId, PASSWORD_MAX, PASSWORD_MIN } from '@reviewguide/contracts'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { bearer } from 'better-auth/plugins'
import { SESSION_SECONDS } from './check-session.ts'
import type { createLetters } from './letters.ts'
import { newIdFor } from './new-ids.ts'
import type { Letter, Mailer } from './ports.ts'
import type { SessionCache } from './session-cache.ts'
import type { AccountsDatabase } from './tables.ts'

/** The paths of the providers' answers, below the site's own address. */
export const AUTH_PATH = '/v1/auth'

/** Seconds that a link in a letter works. */
export const LINK_SECONDS = 60 * 60

/** A client that a provider knows us by. */
export interface ProviderClient {
  clientId: string
  clientSecret: string
}

export interface AuthDeps {
  db: AccountsDatabase
  cache: SessionCache | null
  mailer: Mailer
  letters: ReturnType<typeof createLetters>
  secretKey: string
  /** The site's own address, without a slash at its end. */
  publicUrl: string
  providers: { google?: ProviderClient; github?: ProviderClient }
  onTrouble: (what: 'mail' | 'library', cause: unknown) => void
}

/** Whether new addresses are confirmed: where letters arrive. */
export const confirmsEmail = (mailer: Mailer): boolean => mailer.delivers

/** The library, set up over our tables under our words. Nothing of it stands on the network but what our routes call. */
export function createAuth(deps: AuthDeps) {
  const { db, cache, mailer, letters, providers } = deps
  const mail = async (letter: Letter) => {
    try {
      await mailer.send(letter)
    } catch (cause) {
      deps.onTrouble('mail', cause)
    }
  }
  const options = {
    appName: 'ReviewGuide',
    baseURL: deps.publicUrl,
    basePath: AUTH_PATH,
    // A key of its own: what is signed for one purpose proves nothing for another.
    secret: createHmac('sha256', deps.secretKey).update('accounts').digest('base64url'),
    // Its driver's types are those of another Kysely instance; the adapter asks for no more than ours is.
    database: { db: db as never, type: 'postgres', transaction: true },
    ...(cache && { secondaryStorage: cache }),
    plugins: [bearer()],

    user: {
      modelName: 'accounts',
      fields: { emailVerified: 'email_confirmed', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        role: { type: 'string', required: false, defaultValue: 'person', input: false },
        disabled: { type: 'boolean', required: false, defaultValue: false, input: false },
      },
    },
    account: {
      modelName: 'sign_in_methods',
      fields: {
        userId: 'account_id',
        providerId: 'provider',
        accountId: 'provider_account_id',
        password: 'password_hash',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    session: {
      modelName: 'sessions',
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: SESSION_SECONDS,
      storeSessionInDatabase: true,
      // Renewing is our session check's.
      disableSessionRefresh: true,
      freshAge: 0,
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
      storeInDatabase: true,
      // Who can read the table can set nobody's password.
      storeIdentifier: 'hashed',
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      requireEmailVerification: confirmsEmail(mailer),
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: LINK_SECONDS,
      sendResetPassword: ({ user, token }) => mail(letters.reset(user.email, token)),
      onPasswordReset: async ({ user }) => {
        // The link was in a letter: who followed it reads the mailbox.
        if (confirmsEmail(mailer)) {
          const id = user.id as AccountId
          await db.updateTable('accounts').set({ email_confirmed: true }).where('id', '=', id).execute()
        }
        void mail(letters.passwordChanged(user.email))
      },
      onExistingUserSignUp: async ({ user }) => {
        if (user.emailVerified) return mail(letters.alreadyThere(user.email))
        // A stranger may have made the account: whoever has the mailbox gives it a password of their own.
        await mail(letters.reset(user.email, await newResetToken(user.id)))
      },
    },
    ...(confirmsEmail(mailer) && {
      emailVerification: {
        sendOnSignUp: true,
        sendOnSignIn: true,
        expiresIn: LINK_SECONDS,
        sendVerificationEmail: ({ user, token }) => mail(letters.confirm(user.email, token)),
      },
    }),
    socialProviders: providers,

    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }, context) => {
            // Through the library, on the connection that signing up holds already: were each to take a second one, a crowd would wait for itself.
            const { internalAdapter } = context?.context ?? (await auth.$context)
            const account = (await internalAdapter.findUserById(userId)) as { disabled?: boolean } | null
            if (account?.disabled) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DISABLED' })
          },
        },
      },
    },
    advanced: {
      cookiePrefix: 'reviewguide',
      useSecureCookies: deps.publicUrl.startsWith('https:'),
      database: { generateId: ({ model }) => newIdFor(model), validateSchema: false },
      // Letters are sent beside the answer, whose time would tell whether there is an account.
      backgroundTasks: { handler: (work) => void work.catch(() => undefined) },
    },
    onAPIError: { errorURL: `${deps.publicUrl}/sign-in` },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its messages name people's addresses; the failures in them are what we need.
    logger: {
      level: 'error',
      log: (_level, message, ...details) => {
        deps.onTrouble('library', details.find((detail) => detail instanceof Error) ?? new Error(message))
      },
    },
  } satisfies BetterAuthOptions

  const auth = betterAuth(options)
  /** A token that sets a new password once, within `LINK_SECONDS`. */
  const newResetToken = async (accountId: string): Promise<string> => {
    const token = crypto.randomUUID().replaceAll('-', '')
    const { internalAdapter } = await auth.$context
    await internalAdapter.createVerificationValue({
      identifier: `reset-password:${token}`,
      value: accountId,
      expiresAt: new Date(Date.now() + LINK_SECONDS * 1000),
    })
    return token
  }
  return { ...auth, newResetToken }
}

export type Auth = ReturnType<typeof createAuth>
