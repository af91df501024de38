import { ChangePasswordBody, ForgotBody, ResetBody } from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AppDeps } from '../../http/app-deps.ts'
import { askerOf } from '../../http/asker.ts'
import { beginSession } from '../../http/change-session.ts'
import { inSession } from '../../http/signed-in.ts'

const tags = ['people']

/** Changing a password, and setting a new one for one that is lost. */
export const passwordRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { passwords } = deps.accounts

    app.post(
      '/v1/auth/password',
      {
        schema: {
          tags,
          summary: 'Change the password; every other session ends',
          body: ChangePasswordBody,
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const { account, session } = inSession(request)
        const token = await passwords.change({ token: session.token, account }, request.body, askerOf(request))
        await beginSession(deps, request, reply, { token, account, remember: session.remember })
        return reply.status(204).send(null)
      },
    )

    app.post(
      '/v1/auth/password/forgot',
      {
        schema: {
          tags,
          summary: 'Ask for a letter with a link; the answer is the same for an unknown address',
          body: ForgotBody,
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        await passwords.forgot(request.body.email, askerOf(request))
        return reply.status(204).send(null)
      },
    )

    app.post(
      '/v1/auth/password/reset',
      {
        schema: {
          tags,
          summary: "Set a new password by the link's token; every session ends",
          body: ResetBody,
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        await passwords.reset(request.body.token, request.body.newPassword)
        return reply.status(204).send(null)
      },
    )
  }
