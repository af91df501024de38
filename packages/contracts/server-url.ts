/**
 * What is wrong with the address of a server (`scheme://name:password@host:port/path`); null when nothing is. `form` says what was expected, and begins with `expected a URL`.
 * Nothing of the address itself is said: it may hold a password. The host may be missing; whoever needs one asks for it.
 */
export function serverUrlMistake(text: string, schemes: RegExp, form: string): string | null {
  if (!schemes.test(text)) return form
  // URL knows no scheme with a plus sign, and reads a host strictly only in schemes that it knows.
  const url = URL.parse(text.replace(/^[a-z]+(?:\+\w+)?:/i, 'postgresql:'))
  // The host begins after the last "@": with one in the password the rest of it would be looked up as a name.
  if (!url || /\s/.test(text) || (text.split(/[/?#]/)[2]?.split('@').length ?? 0) > 2)
    return `${form}, with @ : / ? # % in name and password written as %40 %3A %2F %3F %23 %25`
  if (![url.username, url.password, url.pathname].every(isDecodable))
    return 'has a % that is no percent-encoding: in name and password it is written %25'
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
