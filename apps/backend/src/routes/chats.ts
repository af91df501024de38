import {
  AppError,
  ChatDetail,
  ChatId,
  ChatPage,
  ChatSummary,
  ChatsQuery,
  MessagePage,
  PageQuery,
  RenameBody,
} from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AppDeps } from '../http/app-deps.ts'
import { refuseUnstorable } from '../http/storable-text.ts'

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
          summary: 'List or search your chats, last used first',
          querystring: ChatsQuery,
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
      {
        schema: {
          tags: ['chats'],
          summary: 'Read a chat with the newest of its messages',
          params,
          response: { 200: ChatDetail },
        },
      },
      async (request) => {
        const { owner } = request.person
        return found(owner && (await chats.read(request.params.chatId, owner)))
      },
    )

    app.get(
      '/v1/chats/:chatId/messages',
      {
        schema: {
          tags: ['chats'],
          summary: 'Page through the messages that a chat shows, newest first',
          params,
          querystring: PageQuery,
          response: { 200: MessagePage },
        },
      },
      async (request) => {
        const { owner } = request.person
        return found(owner && (await chats.messages(request.params.chatId, owner, request.query)))
      },
    )

    app.patch(
      '/v1/chats/:chatId',
      {
        schema: { tags: ['chats'], summary: 'Rename a chat', params, body: RenameBody, response: { 200: ChatSummary } },
      },
      async (request) => {
        const { title } = request.body
        refuseUnstorable('/title', title)
        const { owner } = request.person
        return found(owner && (await chats.rename(request.params.chatId, owner, title)))
      },
    )

    app.delete(
      '/v1/chats/:chatId',
      { schema: { tags: ['chats'], summary: 'Delete a chat and its messages', params, response: { 204: z.null() } } },
      async (request, reply) => {
        const { owner } = request.person
        found(owner && (await chats.delete(request.params.chatId, owner)))
        return reply.status(204).send(null)
      },
    )
  }

/** What was found. Throws `not_found` for nothing. */
function found<T>(value: T | null | false): T {
  if (value === null || value === false) throw new AppError('not_found')
  return value
}
