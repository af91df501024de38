import { createHash } from 'node:crypto'
import { AppError } from '@reviewguide/contracts'
import { createInProcessAttempts } from './in-process-attempts.ts'
import type { AttemptStore } from './ports.ts'

const MINUTE_MS = 60_000

/**
 * How often a password may be tried. A person who mistypes has ten tries in a quarter of an hour; one address of the network tries at most fifty different
 * accounts' passwords in that time; and an account that is attacked from everywhere is closed to guesses after a hundred in an hour. The last must be much
 * larger than the first: whoever reaches it locks the owner out as well.
 */
const LIMITS = [
  { per: 'email-and-address', most: 10, windowMs: 15 * MINUTE_MS },
  { per: 'address', most: 50, windowMs: 15 * MINUTE_MS },
  { per: 'email', most: 100, windowMs: 60 * MINUTE_MS },
] as const

/** How often one may ask for letters or make accounts: by address of the network, and letters by mailbox. */
const LETTERS = [
  { per: 'address', most: 20, windowMs: 60 * MINUTE_MS },
  { per: 'email', most: 5, windowMs: 60 * MINUTE_MS },
] as const

type Limit = { per: 'email-and-address' | 'address' | 'email'; most: number; windowMs: number }

/** Who tries: the mail address that is named, and the address of the network. */
export interface Attempt {
  email: string
  address: string
}

export interface AttemptLimits {
  /** Does what checks a password. An attempt counts before it is made, so that a hundred at once pass no limit; one that succeeds does not count. Throws `too_many_attempts`. */
  password<T>(attempt: Attempt, act: () => Promise<T>): Promise<T>
  /** Counts a request for a letter or an account. Throws `too_many_attempts`. */
  letter(what: 'sign-up' | 'forgot', attempt: Attempt): Promise<void>
}

/** Limits in the shared store; while it is away, each process counts by itself. */
export function createAttemptLimits(shared: AttemptStore | null, onTrouble: (cause: unknown) => void): AttemptLimits {
  const own = createInProcessAttempts()
  const anywhere = async <T>(act: (store: AttemptStore) => Promise<T>): Promise<T> => {
    if (!shared) return act(own)
    return act(shared).catch((cause: unknown) => {
      onTrouble(cause)
      return act(own)
    })
  }

  const count = async (what: string, limits: readonly Limit[], attempt: Attempt) => {
    for (const limit of limits) {
      const { count, leftMs } = await anywhere((store) => store.add(keyOf(what, limit, attempt), limit.windowMs))
      if (count > limit.most) {
        throw new AppError('too_many_attempts', { details: { retryAfterSeconds: Math.ceil(leftMs / 1000) } })
      }
    }
  }

  return {
    async password(attempt, act) {
      await count('password', LIMITS, attempt)
      const uncount = async (right: boolean) => {
        for (const limit of LIMITS) {
          const key = keyOf('password', limit, attempt)
          const forget = right && limit.per === 'email-and-address'
          await anywhere((store) => (forget ? store.forget(key) : store.takeBack(key)))
        }
      }
      try {
        const result = await act()
        await uncount(true)
        return result
      } catch (error) {
        // A guess that nothing could judge was none.
        const guessed =
          error instanceof AppError && (error.code === 'wrong_credentials' || error.code === 'wrong_password')
        if (!guessed) await uncount(false)
        throw error
      }
    },
    letter: (what, attempt) => count(what, LETTERS, attempt),
  }
}

/** Names what is counted without saying whose it is: the store is no place for people's addresses. */
function keyOf(what: string, { per }: Limit, { email, address }: Attempt): string {
  const named = { email, address, 'email-and-address': `${email} ${address}` }[per]
  return `${what}:${per}:${createHash('sha256').update(named).digest('base64url').slice(0, 22)}`
}
