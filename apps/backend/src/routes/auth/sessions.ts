import { AppError, SessionId, SessionList } from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AppDeps } from '../../http/app-deps.ts'
import { leaveSession } from '../../http/change-session.ts'
import { inSession } from '../../http/signed-in.ts'

const tags = ['people']

/** Where an account is signed in, and signing out. */
export const sessionRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { sessions } = deps.accounts

    app.post(
      '/v1/auth/sign-out',
      { schema: { tags, summary: 'Sign out here, and go on as a new guest', response: { 204: z.null() } } },
      async (request, reply) => {
        // Without a session there is nothing to end, and a guest who signs out by mistake keeps their chats.
        if (request.person.session) {
          await sessions.end(request.person.session.token)
          leaveSession(deps, request, reply)
        }
        return reply.status(204).send(null)
      },
    )

    app.post(
      '/v1/auth/sign-out-everywhere',
      { schema: { tags, summary: 'End every session of the account, this one too', response: { 204: z.null() } } },
      async (request, reply) => {
        await sessions.endAll(inSession(request).account.accountId)
        leaveSession(deps, request, reply)
        return reply.status(204).send(null)
      },
    )

    app.get(
      '/v1/auth/sessions',
      { schema: { tags, summary: 'Where the account is signed in, newest first', response: { 200: SessionList } } },
      async (request) => {
        const { account, session } = inSession(request)
        return { items: await sessions.list(account.accountId, session.sessionId) }
      },
    )

    app.delete(
      '/v1/auth/sessions/:sessionId',
      {
        schema: {
          tags,
          summary: 'Sign out somewhere else',
          params: z.object({ sessionId: SessionId }),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const { account, session } = inSession(request)
        const { sessionId } = request.params
        if (!(await sessions.endOne(account.accountId, sessionId))) throw new AppError('not_found')
        if (sessionId === session.sessionId) leaveSession(deps, request, reply)
        return reply.status(204).send(null)
      },
    )
  }
