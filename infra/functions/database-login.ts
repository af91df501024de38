import { randomBytes } from 'node:crypto'

/** The role that owns all that the product has in the database. Nobody logs in as it. */
export const OWNER = 'reviewguide'

/** Two roles log in by turns: while one is new to the tasks that start, the other still serves those that run. */
const LOGINS = [`${OWNER}_a`, `${OWNER}_b`] as const

/** How one role logs in. */
export interface Login {
  user: string
  password: string
}

/** Who logs in after this one, with a password of 192 random bits that needs no escaping in a URL. */
export function nextLogin(databaseUrl: string | undefined): Login {
  const now = databaseUrl ? new URL(databaseUrl).username : null
  return { user: now === LOGINS[0] ? LOGINS[1] : LOGINS[0], password: randomBytes(24).toString('hex') }
}

/** The login that a URL has. */
export function loginOf(databaseUrl: string): Login {
  const { username, password } = new URL(databaseUrl)
  return { user: decodeURIComponent(username), password: decodeURIComponent(password) }
}

/**
 * The connection string in the customer's form. The certificate is checked against the roots that `NODE_EXTRA_CA_CERTS` adds, which the image
 * sets to Amazon's for RDS.
 */
export function databaseUrl({ user, password }: Login, host: string): string {
  return `postgresql+asyncpg://${user}:${password}@${host}:5432/postgres?sslmode=verify-full`
}

/** The same address for another login. */
export function withLogin(url: string, { user, password }: Login): string {
  const changed = new URL(url)
  changed.username = user
  changed.password = password
  return changed.href
}
