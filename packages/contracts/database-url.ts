import { serverUrlMistake } from './server-url.ts'

const form = 'expected a URL that begins with postgresql://, postgres:// or postgresql+asyncpg://'

/** TLS as libpq's `sslmode` and asyncpg's `ssl` name it. */
const tlsModes = new Set('disable allow prefer require no-verify verify-ca verify-full true false 1 0'.split(' '))

/** Parameters that the driver reads, and those of TLS that are translated for it. */
const taken = new Set(
  'sslmode ssl sslrootcert host application_name fallback_application_name client_encoding options'.split(' '),
)

/** Parameters of asyncpg and SQLAlchemy that tune those libraries and change nothing for whoever uses another. */
export const tuningOfOtherDrivers: readonly string[] = [
  'prepared_statement_cache_size',
  'prepared_statement_name_func',
  'statement_cache_size',
  'max_cached_statement_lifetime',
  'max_cacheable_statement_size',
  'async_fallback',
]

/**
 * What is wrong with the address of a database; null when the driver can read it. A parameter that the driver would pass over, and that may be meant to protect something
 * (`channel_binding`, `sslcert`), is a mistake. Names nothing of the address but its parameters' names, where they are words: it holds a password.
 */
export function databaseUrlMistake(text: string): string | null {
  const mistake = serverUrlMistake(text, /^postgres(?:ql)?(?:\+\w+)?:\/\//i, form)
  if (mistake) return mistake
  const url = new URL(text.replace(/^[a-z]+(?:\+\w+)?:/i, 'postgresql:'))
  if (url.hostname === '' && !url.searchParams.has('host')) return 'names no host'
  if (url.pathname.length < 2) return 'names no database: expected …/name at its end'
  const unknown = [...url.searchParams.keys()].find((name) => !taken.has(name) && !tuningOfOtherDrivers.includes(name))
  if (unknown !== undefined)
    return /^[a-z_]{2,40}$/.test(unknown)
      ? `has the parameter ${unknown}, which would have no effect here: take it out`
      : 'has a parameter that is not known'
  for (const name of ['sslmode', 'ssl']) {
    const mode = url.searchParams.get(name)?.toLowerCase()
    if (mode !== undefined && !tlsModes.has(mode))
      return `has a ${name} that is not one of disable, allow, prefer, require, verify-ca, verify-full`
  }
  return null
}
