import { createSignedCookie, type SignedCookie } from './signed-cookie.ts'

/** Seconds that the cookie of a session stays; the session itself is renewed and ends on the server. */
export const SESSION_COOKIE_SECONDS = 30 * 24 * 60 * 60

/** The cookie that holds the token of a session. The token is random: the signature keeps a flood of guesses from reaching the stores. */
export function createSessionCookie(secretKey: string, previousKeys: readonly string[] = []): SignedCookie {
  return createSignedCookie({
    name: 'reviewguide_session',
    purpose: 'session',
    keys: [secretKey, ...previousKeys],
    plainBehindTls: false,
  })
}
