import { AppError, type SignInWays } from '@reviewguide/contracts'
import { createAdministration } from './administration.ts'
import { createApiKeys } from './api-keys.ts'
import { createAttemptLimits } from './attempt-limits.ts'
import { type AuthDeps, confirmsEmail, createAuth } from './auth.ts'
import { createSessionCheck } from './check-session.ts'
import { createLetters } from './letters.ts'
import { createPasswords } from './passwords.ts'
import type { AttemptStore, Mailer, SessionStore } from './ports.ts'
import { createProviders } from './providers.ts'
import { createSessionCache } from './session-cache.ts'
import { createSessions } from './sessions.ts'
import { createSignIn } from './sign-in.ts'
import type { AccountsDatabase } from './tables.ts'

export interface AccountsDeps {
  /** Its driver gives Date objects; see `createPool`. */
  db: AccountsDatabase
  /** What all backends share; null for a single one, which asks Postgres for each session and counts attempts by itself. */
  shared: { sessions: SessionStore; attempts: AttemptStore } | null
  mailer: Mailer
  /** At least 16 characters; see `SECRET_KEY`. */
  secretKey: string
  /** The site's own address, which letters and providers lead back to: never taken from a request, which can name any. */
  publicUrl: string
  providers?: AuthDeps['providers']
  /** Whether accounts may make keys. */
  apiKeys?: boolean
  /** Told of each session that is looked for in what backends share: whether it was there. */
  onSessionLookup?: (hit: boolean) => void
  /** Told of what went wrong beside a request. */
  onTrouble?: (what: 'cache' | 'mail' | 'library', cause: unknown) => void
}

export type Accounts = ReturnType<typeof createAccounts>

/** People with accounts. Passwords, tokens of letters and providers are better-auth's; what people and other rooms see of it is ours. */
export function createAccounts(deps: AccountsDeps) {
  const { db, mailer, shared, providers = {}, apiKeys = false, onTrouble = () => {} } = deps
  const publicUrl = deps.publicUrl.replace(/\/+$/, '')
  const cacheTrouble = (cause: unknown) => onTrouble('cache', cause)
  const cache = shared && createSessionCache(shared.sessions, cacheTrouble)
  const limits = createAttemptLimits(shared?.attempts ?? null, cacheTrouble)
  const letters = createLetters(publicUrl)
  const auth = createAuth({ ...deps, cache, letters, publicUrl, providers, onTrouble })
  const sessions = createSessions(auth, db)
  const keys = createApiKeys(db)
  const signInProviders = createProviders(auth, publicUrl)
  const ways: SignInWays = { providers: signInProviders.known, confirmsEmail: confirmsEmail(mailer), apiKeys }

  return {
    ways,
    checkSession: createSessionCheck(db, cache, deps.onSessionLookup),
    ...createSignIn(auth, db, limits),
    passwords: createPasswords(auth, db, limits),
    sessions,
    providers: signInProviders,
    administration: createAdministration(auth, db, sessions, publicUrl),
    /** Throws `not_found` where keys are not in use. */
    keys: () => {
      if (!apiKeys) throw new AppError('not_found')
      return keys
    },
    /** Whose key it is; null for a key of nobody, and for any where keys are not in use. */
    accountOfKey: async (key: string) => (apiKeys ? keys.accountOf(key) : null),
    close() {
      cache?.close()
      mailer.close()
    },
  }
}
