import { ApiKeyBody, ApiKeyId, ApiKeyList, AppError, NewApiKey } from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AppDeps } from '../../http/app-deps.ts'
import { inSession } from '../../http/signed-in.ts'

const tags = ['people']

/** Keys by which programs act as the account, where the installation allows them (`API_KEYS`); elsewhere 404. A key makes no keys. */
export const apiKeyRoutes =
  ({ accounts }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/auth/api-keys',
      { schema: { tags, summary: "The account's API keys, newest first", response: { 200: ApiKeyList } } },
      async (request) => {
        const keys = accounts.keys()
        return { items: await keys.list(inSession(request).account.accountId) }
      },
    )

    app.post(
      '/v1/auth/api-keys',
      {
        schema: {
          tags,
          summary: 'Make an API key. It is shown this once; send it as `authorization: Bearer` or `x-api-key`',
          body: ApiKeyBody,
          response: { 201: NewApiKey },
        },
      },
      async (request, reply) => {
        const keys = accounts.keys()
        const key = await keys.create(inSession(request).account.accountId, request.body)
        return reply.status(201).send(key)
      },
    )

    app.delete(
      '/v1/auth/api-keys/:apiKeyId',
      {
        schema: {
          tags,
          summary: 'Delete an API key; it opens nothing from then on',
          params: z.object({ apiKeyId: ApiKeyId }),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const keys = accounts.keys()
        const { accountId } = inSession(request).account
        if (!(await keys.delete(accountId, request.params.apiKeyId))) throw new AppError('not_found')
        return reply.status(204).send(null)
      },
    )
  }
