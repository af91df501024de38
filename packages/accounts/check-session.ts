import { type Account, AccountId, Role, SessionId } from '@reviewguide/contracts'
import { z } from 'zod'
import { accountColumns, toAccount } from './account-row.ts'
import type { SessionCache } from './session-cache.ts'
import type { AccountsDatabase } from './tables.ts'

/** A session that holds now, and whose it is. */
export interface CheckedSession {
  sessionId: SessionId
  token: string
  account: Account
  /** False when it was meant to end with the browser. */
  remember: boolean
  /** True when its end was moved on just now: the cookie's should be too. */
  renewed: boolean
}

/** Seconds that a session lives without being used. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60
/** A session is renewed when it was not for this long: a write a day for each, not one for each request. */
const RENEW_AFTER_MS = 24 * 60 * 60_000
/** A session that lives shorter was meant to end with the browser, and is not renewed. */
const REMEMBERED_MS = 2 * RENEW_AFTER_MS

const date = z.coerce.date()
/** A session as the library keeps it in the cache. */
const Cached = z.object({
  session: z.object({ id: SessionId, token: z.string(), createdAt: date, updatedAt: date, expiresAt: date }),
  user: z.object({
    id: AccountId,
    email: z.string(),
    name: z.string(),
    role: Role,
    emailVerified: z.boolean(),
    disabled: z.boolean(),
    createdAt: date,
  }),
})
type Cached = z.infer<typeof Cached>

const parse = (value: string): Cached | null => {
  try {
    return Cached.safeParse(JSON.parse(value)).data ?? null
  } catch {
    return null
  }
}

/** The library's name of the time before which all sessions of an account have ended. */
const revokedKey = (accountId: string) => `revoked-sessions-before-${accountId}`

/**
 * Finds the session of a token: in the cache with two reads, else in Postgres, from where it goes into the cache. Without a cache Postgres is asked each
 * time, and a session that ended there has ended everywhere at once. Gives null for one that is unknown, over or of a disabled account.
 * Throws `database_unavailable` when only Postgres could tell and it is away.
 */
export function createSessionCheck(
  db: AccountsDatabase,
  cache: SessionCache | null,
  onLookup?: (hit: boolean) => void,
) {
  return async function checkSession(token: string): Promise<CheckedSession | null> {
    const inCache = await cached(token)
    if (cache) onLookup?.(inCache !== null)
    const found = inCache ?? (await stored(token))
    if (!found || found.user.disabled || found.session.expiresAt <= new Date()) return null
    const renewed = await renew(found)
    if (renewed === null) return null
    const { id: sessionId } = found.session
    return { sessionId, token, account: accountOf(found.user), remember: isRemembered(found), renewed }
  }

  async function cached(token: string): Promise<Cached | null> {
    const inCache = await cache?.session(token, (value) => {
      const id = parse(value)?.user.id
      return id ? revokedKey(id) : null
    })
    const found = inCache?.value ? parse(inCache.value) : null
    // Revoked as far as the cache knows: Postgres decides, because clocks differ.
    if (!found || found.session.createdAt.getTime() < (inCache?.revokedBefore ?? 0)) return null
    return found
  }

  async function stored(token: string): Promise<Cached | null> {
    const row = await db
      .selectFrom('sessions')
      .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
      .select(accountColumns)
      .select([
        'sessions.id as session_id',
        'sessions.expires_at',
        'sessions.created_at as session_created_at',
        'sessions.updated_at as session_updated_at',
      ])
      .where('token', '=', token)
      .executeTakeFirst()
    if (!row) return null
    const { accountId: id, emailConfirmed: emailVerified, ...rest } = toAccount(row)
    const found: Cached = {
      session: {
        id: row.session_id,
        token,
        createdAt: row.session_created_at,
        updatedAt: row.session_updated_at,
        expiresAt: row.expires_at,
      },
      user: { ...rest, id, emailVerified, disabled: row.disabled, createdAt: row.created_at },
    }
    await remember(found)
    return found
  }

  async function remember(found: Cached): Promise<void> {
    const left = found.session.expiresAt.getTime() - Date.now()
    if (left < 1000) return
    // `userId` is for the library, which reads what we write here.
    const { session, user } = found
    const value = JSON.stringify({ session: { ...session, userId: user.id }, user })
    await cache?.set(session.token, value, Math.floor(left / 1000))
  }

  /** Whether the session was moved on; null when it has ended meanwhile. */
  async function renew(found: Cached): Promise<boolean | null> {
    const { updatedAt, token } = found.session
    const now = new Date()
    if (!isRemembered(found) || now.getTime() - updatedAt.getTime() < RENEW_AFTER_MS) return false
    const until = new Date(now.getTime() + SESSION_SECONDS * 1000)
    const { numUpdatedRows } = await db
      .updateTable('sessions')
      .set({ expires_at: until, updated_at: now })
      .where('token', '=', token)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return null
    await remember({ ...found, session: { ...found.session, updatedAt: now, expiresAt: until } })
    return true
  }
}

const isRemembered = ({ session: { updatedAt, expiresAt } }: Cached) =>
  expiresAt.getTime() - updatedAt.getTime() > REMEMBERED_MS

const accountOf = ({ id, email, name, role, emailVerified, createdAt }: Cached['user']): Account => ({
  accountId: id,
  email,
  name,
  role,
  emailConfirmed: emailVerified,
  createdAt: createdAt.toISOString(),
})
