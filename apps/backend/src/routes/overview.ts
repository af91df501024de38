import { CorpusOverview } from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { AppDeps } from '../http/app-deps.ts'

/** What can be asked about. */
export const overviewRoutes =
  ({ catalogue }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/overview',
      {
        schema: {
          tags: ['items'],
          summary: 'Categories of the corpus and questions it can answer',
          response: { 200: CorpusOverview },
        },
      },
      async () => catalogue.overview(),
    )
  }
