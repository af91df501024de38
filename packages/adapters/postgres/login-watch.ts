import { sqlState } from './database-error.ts'

/** The password is wrong, or the role may not log in. */
const refused = new Set(['28P01', '28000'])

/** Sees the logins of all pools that it is given to. */
export interface LoginWatch {
  loggedIn(): void
  /** Takes whatever a connection failed with. */
  failed(error: unknown): void
}

/**
 * Calls `onRefused`, once, when a login is refused that was accepted before: the password was changed under this process, which was told it at its start and will not be told again. One that
 * never worked is a mistake of whoever wrote it, and nothing that a new process would know better.
 */
export function createLoginWatch(onRefused: () => void): LoginWatch {
  let worked = false
  let told = false
  return {
    loggedIn() {
      worked = true
    },
    failed(error) {
      if (!worked || told || !refused.has(sqlState(error) ?? '')) return
      told = true
      onRefused()
    },
  }
}
