import { AppError, ChatDetail, ChatId, ChatPage, ChatSummary, PageQuery, RenameBody } from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AppDeps } from '../http/app-deps.ts'

const params = z.object({ chatId: ChatId })

/** The asker's own chats. What is somebody else's looks like what does not exist. */
export const chatsRoutes =
  ({ chats }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/chats',
      {
        schema: {
          tags: ['chats'],
          summary: 'List your chats, last used first',
          querystring: PageQuery,
          response: { 200: ChatPage },
        },
      },
      async (request) => {
        const { owner } = request.person
        return owner ? chats.list(owner, request.query) : { items: [], nextCursor: null }
      },
    )

    app.get(
      '/v1/chats/:chatId',
      { schema: { tags: ['chats'], summary: 'Read a chat with its messages', params, response: { 200: ChatDetail } } },
      async (request) => {
        const { owner } = request.person
        const chat = owner && (await chats.read(request.params.chatId, owner))
        if (!chat) throw new AppError('not_found')
        return chat
      },
    )

    app.patch(
      '/v1/chats/:chatId',
      {
        schema: { tags: ['chats'], summary: 'Rename a chat', params, body: RenameBody, response: { 200: ChatSummary } },
      },
      async (request) => {
        const { title } = request.body
        if (title.includes('\0') || !title.isWellFormed()) {
          throw new AppError('invalid_request', {
            details: [{ path: '/title', message: 'the title contains characters that are not text' }],
          })
        }
        const { owner } = request.person
        const chat = owner && (await chats.rename(request.params.chatId, owner, title))
        if (!chat) throw new AppError('not_found')
        return chat
      },
    )

    app.delete(
      '/v1/chats/:chatId',
      { schema: { tags: ['chats'], summary: 'Delete a chat and its messages', params, response: { 204: z.null() } } },
      async (request, reply) => {
        const { owner } = request.person
        if (!owner || !(await chats.delete(request.params.chatId, owner))) throw new AppError('not_found')
        return reply.status(204).send(null)
      },
    )
  }
