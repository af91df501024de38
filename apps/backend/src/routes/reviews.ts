import { AppError, Review, ReviewId } from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AppDeps } from '../http/app-deps.ts'

/** Reviews as stored: the text that every quote is a span of. */
export const reviewsRoutes =
  ({ catalogue }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/reviews/:reviewId',
      {
        schema: {
          tags: ['items'],
          summary: 'Read a review',
          params: z.object({ reviewId: ReviewId }),
          response: { 200: Review },
        },
      },
      async (request) => {
        const review = await catalogue.review(request.params.reviewId)
        if (!review) throw new AppError('not_found')
        return review
      },
    )
  }
