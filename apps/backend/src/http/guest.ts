import { GuestId } from '@reviewguide/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { createSignedCookie } from './signed-cookie.ts'

/** The longest that browsers keep a cookie. */
const MAX_AGE_S = 400 * 24 * 60 * 60

export interface Guests {
  /** Who is asking, or null when the request bears no cookie that we signed. */
  of(request: FastifyRequest): GuestId | null
  /** The same, and puts the cookie right with this reply: one that is not ours goes, one of an older key or name is written anew. */
  recognise(request: FastifyRequest, reply: FastifyReply): GuestId | null
  /** Gives the guest their cookie with this reply. */
  remember(request: FastifyRequest, reply: FastifyReply, guest: GuestId): void
  /** Takes the guest's cookie from the browser. */
  forget(request: FastifyRequest, reply: FastifyReply): void
}

/** Guests by a signed cookie. `previousKeys` verify and sign no more. */
export function createGuests(secretKey: string, previousKeys: readonly string[] = []): Guests {
  const cookie = createSignedCookie({
    name: 'reviewguide_guest',
    purpose: 'guest',
    keys: [secretKey, ...previousKeys],
    // Guests from before there was TLS keep their chats; a guest that was planted gains nobody anything but questions of theirs.
    plainBehindTls: true,
  })
  const remember: Guests['remember'] = (request, reply, guest) => cookie.write(request, reply, guest, MAX_AGE_S)

  return {
    of(request) {
      const read = cookie.read(request)
      return read.kind === 'value' ? (GuestId.safeParse(read.value).data ?? null) : null
    },
    recognise(request, reply) {
      const read = cookie.read(request)
      if (read.kind === 'none') return null
      const guest = read.kind === 'value' ? GuestId.safeParse(read.value).data : undefined
      if (!guest) cookie.clear(request, reply)
      else if (read.kind === 'value' && read.stale) remember(request, reply, guest)
      return guest ?? null
    },
    remember,
    forget: (request, reply) => cookie.clear(request, reply),
  }
}
