import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** What a request bears: nothing, something that we did not sign, or a value. `stale` tells that it should be written again, by the newest key and name. */
export type CookieRead = { kind: 'none' } | { kind: 'forged' } | { kind: 'value'; value: string; stale: boolean }

export interface SignedCookie {
  read(request: FastifyRequest): CookieRead
  /** Sets the cookie with this reply, for `maxAgeSeconds` or until the browser ends. */
  write(request: FastifyRequest, reply: FastifyReply, value: string, maxAgeSeconds?: number): void
  /** Takes the cookie from the browser, under whichever of its names it has it. */
  clear(request: FastifyRequest, reply: FastifyReply): void
}

export interface SignedCookieOptions {
  name: string
  /** Part of what is signed: a signature made for something else is none here. */
  purpose: string
  /** The first signs; all verify. */
  keys: readonly string[]
  /** Whether a cookie without the prefix counts behind TLS. Any subdomain can set one there, with a value of its own choosing that we signed for it. */
  plainBehindTls: boolean
}

/**
 * Cookies that scripts cannot read and other sites cannot send along with a POST. Behind TLS their name begins with `__Host-`: browsers then take them from
 * this host alone and send them nowhere else.
 */
export function createSignedCookie({ name, purpose, keys, plainBehindTls }: SignedCookieOptions): SignedCookie {
  const prefixed = `__Host-${name}`
  const sign = (value: string, key: string) =>
    createHmac('sha256', key).update(`${purpose}:${value}`).digest('base64url')
  const signs = (value: string, signature: string, key: string) => {
    const expected = Buffer.from(sign(value, key))
    const given = Buffer.from(signature)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }
  const nameFor = (request: FastifyRequest) => (isSecure(request) ? prefixed : name)

  return {
    read(request) {
      const names = isSecure(request) ? [prefixed, ...(plainBehindTls ? [name] : [])] : [name]
      const borne = names.find((one) => request.cookies[one] !== undefined)
      if (borne === undefined) return { kind: 'none' }
      const [value = '', signature = ''] = (request.cookies[borne] ?? '').split('.')
      const key = keys.findIndex((one) => signs(value, signature, one))
      if (key < 0) return { kind: 'forged' }
      return { kind: 'value', value, stale: key > 0 || borne !== nameFor(request) }
    },

    write(request, reply, value, maxAgeSeconds) {
      const secure = isSecure(request)
      const text = `${value}.${sign(value, keys[0] ?? '')}`
      set(request, reply, nameFor(request), text, { secure, maxAge: maxAgeSeconds })
      if (secure && request.cookies[name] !== undefined) set(request, reply, name, '', { secure, maxAge: 0 })
    },

    clear(request, reply) {
      for (const one of [name, prefixed]) {
        if (request.cookies[one] !== undefined) set(request, reply, one, '', { secure: one === prefixed, maxAge: 0 })
      }
    },
  }
}

const isSecure = (request: FastifyRequest) => request.protocol === 'https'

/** As a plain header: a stream takes over the connection before the plugin would write its own. What this reply said of the cookie before is taken back. */
function set(
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  value: string,
  options: { secure: boolean; maxAge?: number },
): void {
  const cookie = request.server.serializeCookie(name, value, { httpOnly: true, sameSite: 'lax', path: '/', ...options })
  const others = [reply.getHeader('set-cookie') ?? []].flat().filter((text) => !String(text).startsWith(`${name}=`))
  reply.removeHeader('set-cookie')
  reply.header('set-cookie', [...others.map(String), cookie])
}
