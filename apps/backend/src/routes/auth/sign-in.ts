import { ConfirmEmailBody, SignedIn, SignInBody, SignInWays, SignUpBody, SignUpOutcome } from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AppDeps } from '../../http/app-deps.ts'
import { askerOf } from '../../http/asker.ts'
import { beginSession } from '../../http/change-session.ts'

const tags = ['people']

/** Making an account, and signing in with it. */
export const signInRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { accounts } = deps

    app.get(
      '/v1/auth/providers',
      { schema: { tags, summary: 'The ways to sign in here', response: { 200: SignInWays } } },
      async () => accounts.ways,
    )

    app.post(
      '/v1/auth/sign-up',
      {
        schema: {
          tags,
          summary: "Make an account; this browser's chats become its own",
          body: SignUpBody,
          response: { 200: SignUpOutcome },
        },
      },
      async (request, reply) => {
        const outcome = await accounts.signUp(request.body, askerOf(request))
        if (outcome.outcome === 'confirm_email') return outcome
        await beginSession(deps, request, reply, outcome)
        return { outcome: outcome.outcome, account: outcome.account }
      },
    )

    app.post(
      '/v1/auth/confirm-email',
      {
        schema: {
          tags,
          summary: 'Confirm an address by the token of its letter, and sign in afterwards',
          body: ConfirmEmailBody,
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        await accounts.confirmEmail(request.body.token)
        return reply.status(204).send(null)
      },
    )

    app.post(
      '/v1/auth/sign-in',
      {
        schema: {
          tags,
          summary: "Sign in by address and password; this browser's chats become the account's",
          body: SignInBody,
          response: { 200: SignedIn },
        },
      },
      async (request, reply) => {
        const session = await accounts.signIn(request.body, askerOf(request))
        await beginSession(deps, request, reply, session)
        return { account: session.account }
      },
    )
  }
