import { createHmac, timingSafeEqual } from 'node:crypto'
import { GuestId } from '@reviewguide/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'

const COOKIE = 'reviewguide_guest'

/** The longest that browsers keep a cookie. */
const MAX_AGE_S = 400 * 24 * 60 * 60

export interface Guests {
  /** Who is asking, or null when the request bears no cookie that we signed. */
  of(request: FastifyRequest): GuestId | null
  /** Gives the guest their cookie with this reply. */
  remember(request: FastifyRequest, reply: FastifyReply, guest: GuestId): void
}

/** Guests by a signed cookie that scripts cannot read and other sites cannot send along with a POST. */
export function createGuests(secretKey: string): Guests {
  // The purpose is part of what is signed: a signature made for something else is none here.
  const sign = (guest: string) => createHmac('sha256', secretKey).update(`guest:${guest}`).digest('base64url')

  return {
    of(request) {
      const [id = '', signature = ''] = (request.cookies[COOKIE] ?? '').split('.')
      const guest = GuestId.safeParse(id)
      if (!guest.success) return null
      const expected = Buffer.from(sign(guest.data))
      const given = Buffer.from(signature)
      return given.length === expected.length && timingSafeEqual(given, expected) ? guest.data : null
    },
    remember(request, reply, guest) {
      const cookie = request.server.serializeCookie(COOKIE, `${guest}.${sign(guest)}`, {
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        maxAge: MAX_AGE_S,
        secure: request.protocol === 'https',
      })
      // As a plain header: a stream takes over the connection before the plugin would write its own.
      reply.header('set-cookie', cookie)
    },
  }
}
