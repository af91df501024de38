import { AppError, CompareQuery, ComparisonData } from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { AppDeps } from '../http/app-deps.ts'

/** Items side by side. */
export const compareRoutes =
  ({ catalogue }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/compare',
      {
        schema: {
          tags: ['items'],
          summary: 'Compare two to six items aspect by aspect',
          querystring: CompareQuery,
          response: { 200: ComparisonData },
        },
      },
      async (request) => {
        const comparison = await catalogue.compare(request.query.items)
        if (!comparison) throw new AppError('not_found')
        return comparison
      },
    )
  }
