import type { Asker } from '@reviewguide/accounts'
import type { FastifyRequest } from 'fastify'

/** Where a request comes from; the address is the one that the trusted proxies tell. */
export const askerOf = ({ ip, headers }: FastifyRequest): Asker => ({
  address: ip,
  userAgent: headers['user-agent'] ?? null,
})
