import { type Account, AppError } from '@reviewguide/contracts'
import type { FastifyRequest } from 'fastify'
import type { Person } from './person.ts'

/** The account that asks by a session of its own: what concerns signing in is not for programs with a key. Throws `not_signed_in`. */
export function inSession({ person }: FastifyRequest): { account: Account; session: NonNullable<Person['session']> } {
  if (!person.account || !person.session) throw new AppError('not_signed_in')
  return { account: person.account, session: person.session }
}

/** A hook before an administrator's routes: to everybody else they do not exist. Throws `not_found`. */
export async function administratorsOnly({ person }: FastifyRequest): Promise<void> {
  if (person.account?.role !== 'administrator') throw new AppError('not_found')
}
