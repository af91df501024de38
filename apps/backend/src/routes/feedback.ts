import { AppError, ChatId, Feedback, MessageId, type OwnerId } from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AppDeps } from '../http/app-deps.ts'
import { refuseUnstorable } from '../http/storable-text.ts'

const url = '/v1/chats/:chatId/messages/:messageId/feedback'
const params = z.object({ chatId: ChatId, messageId: MessageId })

/** What a person thinks of an answer. */
export const feedbackRoutes =
  ({ chats }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const give = async (
      owner: OwnerId | null,
      { chatId, messageId }: z.infer<typeof params>,
      feedback: Feedback | null,
    ) => {
      if (!owner || !(await chats.giveFeedback(chatId, owner, messageId, feedback))) throw new AppError('not_found')
    }

    app.put(
      url,
      {
        schema: {
          tags: ['chats'],
          summary: 'Say what you think of an answer',
          params,
          body: Feedback,
          response: { 200: Feedback },
        },
      },
      async (request) => {
        refuseUnstorable('/comment', request.body.comment)
        await give(request.person.owner, request.params, request.body)
        return request.body
      },
    )

    app.delete(
      url,
      {
        schema: {
          tags: ['chats'],
          summary: 'Take back what you said of an answer',
          params,
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        await give(request.person.owner, request.params, null)
        return reply.status(204).send(null)
      },
    )
  }
