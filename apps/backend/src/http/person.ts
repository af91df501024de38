import type { Accounts, CheckedSession } from '@reviewguide/accounts'
import { type Account, AppError, type GuestId, type OwnerId } from '@reviewguide/contracts'
import type { ChatStore } from '@reviewguide/workflow/ports'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Guests } from './guest.ts'
import { SESSION_COOKIE_SECONDS } from './session-cookie.ts'
import type { SignedCookie } from './signed-cookie.ts'

/** Who is asking. */
export interface Person {
  /** Whose things this request may see and change: the account's, else the guest's; null for somebody who was never here. */
  owner: OwnerId | null
  guest: GuestId | null
  account: Account | null
  /** How the account was recognised. A program with a key of it has no session, and may not do what only the person may. */
  session: Pick<CheckedSession, 'sessionId' | 'token' | 'remember'> | null
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before any handler of `/v1` runs; everywhere else it is nobody. */
    person: Person
  }
}

const nobody: Person = { owner: null, guest: null, account: null, session: null }

export interface PersonDeps {
  guests: Guests
  sessionCookie: SignedCookie
  accounts: Pick<Accounts, 'checkSession' | 'accountOfKey'>
  chats: Pick<ChatStore, 'moveAll'>
}

/**
 * Finds out once for each request who is asking, so that no route reads cookies of its own. After the cookies' plugin. A key that is none is refused; a
 * cookie that is none, or whose session is over, is nobody's, and is taken from the browser.
 */
export function registerPerson(app: FastifyInstance, deps: PersonDeps): void {
  app.decorateRequest('person')
  app.addHook('onRequest', async (request, reply) => {
    // What is said of a person is for nobody's cache: not a proxy's, and not that of a browser which somebody else uses next.
    if (/^\/v1\/(auth|admin)\//.test(request.url)) reply.header('cache-control', 'no-store')
    request.person = request.url.startsWith('/v1/') ? await recognise(request, reply, deps) : nobody
  })
}

async function recognise(request: FastifyRequest, reply: FastifyReply, deps: PersonDeps): Promise<Person> {
  const key = keyOf(request)
  if (key !== null) {
    const account = await deps.accounts.accountOfKey(key)
    if (!account) throw new AppError('invalid_api_key')
    return { owner: account.accountId, guest: null, account, session: null }
  }
  const session = await sessionOf(request, reply, deps)
  const guest = deps.guests.recognise(request, reply)
  if (!session) return { ...nobody, owner: guest, guest }
  const { account, sessionId, token, remember } = session
  if (guest) {
    // A question that was on its way while the guest signed in: its chat goes where the others went.
    await deps.chats.moveAll(guest, account.accountId)
    deps.guests.forget(request, reply)
  }
  return { owner: account.accountId, guest: null, account, session: { sessionId, token, remember } }
}

async function sessionOf(request: FastifyRequest, reply: FastifyReply, { sessionCookie, accounts }: PersonDeps) {
  const read = sessionCookie.read(request)
  if (read.kind === 'none') return null
  const session = read.kind === 'value' ? await accounts.checkSession(read.value) : null
  if (!session) sessionCookie.clear(request, reply)
  else if (session.renewed || (read.kind === 'value' && read.stale)) {
    sessionCookie.write(request, reply, session.token, session.remember ? SESSION_COOKIE_SECONDS : undefined)
  }
  return session
}

/** The API key that a request bears. Other authorization is somebody else's business: a proxy's, say. */
function keyOf({ headers }: FastifyRequest): string | null {
  const key = headers['x-api-key']
  if (key !== undefined) return String(key)
  return /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null
}
