import { ProviderSignIn, ProviderSignInBody } from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AppDeps } from '../../http/app-deps.ts'
import { askerOf } from '../../http/asker.ts'
import { beginSession } from '../../http/change-session.ts'

const tags = ['people']
const params = z.object({ provider: z.string().max(40) })

/** Signing in through Google or GitHub, where the installation has set them up. */
export const providerRoutes =
  (deps: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const { accounts } = deps

    app.post(
      '/v1/auth/sign-in/:provider',
      {
        schema: {
          tags,
          summary: "Begin to sign in through a provider: gives the address of the provider's page",
          params,
          body: ProviderSignInBody,
          response: { 200: ProviderSignIn },
        },
      },
      async (request, reply) => {
        const { url, cookies } = await accounts.providers.begin(
          request.params.provider,
          request.body.returnTo,
          askerOf(request),
        )
        reply.header('set-cookie', cookies)
        return { url }
      },
    )

    app.get(
      '/v1/auth/callback/:provider',
      {
        exposeHeadRoute: false,
        schema: {
          tags,
          summary:
            'Where a provider sends the browser back to; leads on to the page that was asked for, or to /sign-in?error=…',
          params,
          response: { 302: z.null() },
        },
      },
      async (request, reply) => {
        const query = request.url.split('?').slice(1).join('?')
        const cookie = request.headers.cookie ?? ''
        const outcome = await accounts.providers.finish(request.params.provider, query, cookie, askerOf(request))
        reply.header('set-cookie', outcome.cookies)
        const session = outcome.token === null ? null : await accounts.checkSession(outcome.token)
        if (session) await beginSession(deps, request, reply, session)
        return reply.redirect(outcome.location)
      },
    )
  }
