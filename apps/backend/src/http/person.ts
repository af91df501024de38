import type { OwnerId } from '@reviewguide/contracts'
import type { FastifyInstance } from 'fastify'
import type { Guests } from './guest.ts'

/** Who is asking. */
export interface Person {
  /** Whose things this request may see and change; null for somebody who was never here. */
  owner: OwnerId | null
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before any handler of `/v1` runs; everywhere else it is nobody. */
    person: Person
  }
}

const nobody: Person = { owner: null }

/** Finds out once for each request who is asking, so that no route reads cookies of its own. After the cookies' plugin. */
export function registerPerson(app: FastifyInstance, guests: Guests): void {
  app.decorateRequest('person')
  app.addHook('onRequest', async (request) => {
    request.person = request.url.startsWith('/v1/') ? { owner: guests.of(request) } : nobody
  })
}
