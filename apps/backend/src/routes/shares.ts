import { AppError, ChatId, Share, SharedChat, ShareToken } from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AppDeps } from '../http/app-deps.ts'

const params = z.object({ chatId: ChatId })

/** Letting others read a chat, and reading what was shared. */
export const shareRoutes =
  ({ chats, ids }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/v1/chats/:chatId/share',
      {
        schema: {
          tags: ['chats'],
          summary: 'Share what a chat shows now; again, to share it as it is by then',
          params,
          response: { 200: Share },
        },
      },
      async (request) => {
        const { owner } = request.person
        const share = owner ? await chats.share(request.params.chatId, owner, ids.share()) : 'not_found'
        if (typeof share === 'string') throw new AppError(share)
        return share
      },
    )

    app.delete(
      '/v1/chats/:chatId/share',
      { schema: { tags: ['chats'], summary: 'Stop sharing a chat', params, response: { 204: z.null() } } },
      async (request, reply) => {
        const { owner } = request.person
        if (!owner || !(await chats.unshare(request.params.chatId, owner))) throw new AppError('not_found')
        return reply.status(204).send(null)
      },
    )

    app.get(
      '/v1/shared/:token',
      {
        schema: {
          tags: ['shared'],
          summary: 'Read a shared chat',
          params: z.object({ token: ShareToken }),
          response: { 200: SharedChat },
        },
      },
      async (request, reply) => {
        // Also of what is gone: a crawler that once had the address shall forget it. Kept nowhere, so that taking back holds at once.
        reply.headers({ 'x-robots-tag': 'noindex, nofollow, noarchive', 'cache-control': 'no-store' })
        const chat = await chats.shared(request.params.token)
        if (!chat) throw new AppError('not_found')
        return chat
      },
    )
  }
