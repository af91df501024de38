import { AppError, ChatId, ShowBody } from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AppDeps } from '../http/app-deps.ts'

/** Stepping between versions of a question or an answer. */
export const chatVersionRoutes =
  ({ chats }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/v1/chats/:chatId/show',
      {
        schema: {
          tags: ['chats'],
          summary: 'Show a version of a message, with what was last shown beneath it',
          params: z.object({ chatId: ChatId }),
          body: ShowBody,
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const { owner } = request.person
        const outcome = owner ? await chats.show(request.params.chatId, owner, request.body.messageId) : 'not_found'
        if (outcome !== 'shown') throw new AppError(outcome)
        return reply.status(204).send(null)
      },
    )
  }
