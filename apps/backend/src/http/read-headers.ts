import { AppError } from '@reviewguide/contracts'
import type { FastifyRequest } from 'fastify'

const invalid = (header: string, message: string) =>
  new AppError('invalid_request', { details: [{ path: header, message }] })

/** The number of the last event that the client has, or null when it says nothing. Throws `invalid_request` for what is no such number. */
export function readLastEventId(request: FastifyRequest): number | null {
  const text = request.headers['last-event-id']
  if (text === undefined) return null
  const id = typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : null
  if (id === null) throw invalid('last-event-id', 'expected the number of an event')
  return id
}

/** The client's own key of this question, or undefined. Throws `invalid_request` for one that cannot be kept. */
export function readIdempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw invalid('idempotency-key', 'expected 1 to 200 visible ASCII characters')
  return key
}
