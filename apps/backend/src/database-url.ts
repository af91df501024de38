import { existsSync } from 'node:fs'

const form = 'expected a URL that begins with postgresql://, postgres:// or postgresql+asyncpg://'

/** TLS as libpq's `sslmode` and asyncpg's `ssl` name it. */
const tlsModes = new Set('disable allow prefer require no-verify verify-ca verify-full true false 1 0'.split(' '))

/** What is wrong with the address of a database; null when the driver can read it. Names no part of it: it holds a password. */
export function databaseUrlMistake(text: string): string | null {
  if (!/^postgres(?:ql)?(?:\+\w+)?:\/\//i.test(text)) return form
  const url = URL.parse(text.replace(/^[a-z]+(?:\+\w+)?:/i, 'postgresql:'))
  // The host begins after the last "@": with one in the password the rest of it would be looked up as a name.
  if (!url || (text.split(/[/?#]/)[2]?.split('@').length ?? 0) > 2)
    return `${form}, with @ : / ? # % in name and password written as %40 %3A %2F %3F %23 %25`
  if (![url.username, url.password, url.pathname].every(isDecodable))
    return 'has a % that is no percent-encoding: in name and password it is written %25'
  if (url.hostname === '' && !url.searchParams.has('host')) return 'names no host'
  if (url.pathname.length < 2) return 'names no database: expected …/name at its end'
  for (const name of ['sslmode', 'ssl']) {
    const mode = url.searchParams.get(name)?.toLowerCase()
    if (mode !== undefined && !tlsModes.has(mode))
      return `has a ${name} that is not one of disable, allow, prefer, require, verify-ca, verify-full`
  }
  const root = url.searchParams.get('sslrootcert')
  if (root && root !== 'system' && !existsSync(root)) return 'has an sslrootcert that is no file'
  return null
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}
