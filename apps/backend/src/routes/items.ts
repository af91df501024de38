import { AppError, ItemDetail, ItemId, ItemPage, ItemsQuery, ReviewPage, ReviewsQuery } from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AppDeps } from '../http/app-deps.ts'

const params = z.object({ id: ItemId })

/** Items and what was written about them. */
export const itemsRoutes =
  ({ catalogue }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/items',
      {
        schema: {
          tags: ['items'],
          summary: 'List or find items',
          querystring: ItemsQuery,
          response: { 200: ItemPage },
        },
      },
      async (request) => catalogue.items(request.query),
    )

    app.get(
      '/v1/items/:id',
      { schema: { tags: ['items'], summary: 'Read an item with its aspects', params, response: { 200: ItemDetail } } },
      async (request) => {
        const item = await catalogue.item(request.params.id)
        if (!item) throw new AppError('not_found')
        return item
      },
    )

    app.get(
      '/v1/items/:id/reviews',
      {
        schema: {
          tags: ['items'],
          summary: "List an item's reviews, newest first",
          params,
          querystring: ReviewsQuery,
          response: { 200: ReviewPage },
        },
      },
      async (request) => {
        const reviews = await catalogue.reviews(request.params.id, request.query)
        if (!reviews) throw new AppError('not_found')
        return reviews
      },
    )
  }
