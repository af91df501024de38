import type { NewSession } from '@reviewguide/accounts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AppDeps } from './app-deps.ts'
import { SESSION_COOKIE_SECONDS } from './session-cookie.ts'

type Deps = Pick<AppDeps, 'accounts' | 'chats' | 'guests' | 'sessionCookie' | 'ids'>

/**
 * Signs the browser in: what it asked as a guest becomes the account's, a session that it had ends, and the cookie gets the new one's token, which
 * nobody can have known before. When the chats cannot be taken over, nobody is signed in.
 */
export async function beginSession(
  { accounts, chats, guests, sessionCookie }: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  { token, account, remember }: NewSession,
): Promise<void> {
  const { guest, session } = request.person
  try {
    if (guest) await chats.moveAll(guest, account.accountId)
    if (session) await accounts.sessions.end(session.token)
  } catch (error) {
    await accounts.sessions.end(token).catch((cause: unknown) => request.log.error({ err: cause }, 'a session is left'))
    throw error
  }
  sessionCookie.write(request, reply, token, remember ? SESSION_COOKIE_SECONDS : undefined)
  guests.forget(request, reply)
}

/** Leaves the browser without a session, as a guest who has asked nothing yet. */
export function leaveSession({ guests, sessionCookie, ids }: Deps, request: FastifyRequest, reply: FastifyReply): void {
  sessionCookie.clear(request, reply)
  guests.remember(request, reply, ids.guest())
}
