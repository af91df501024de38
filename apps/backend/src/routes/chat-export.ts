import { AppError, type ChatExport, ChatId, type ChatMessage, ExportQuery, type OwnerId } from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { chatMarkdown } from '../export/chat-markdown.ts'
import { attachment } from '../export/file-name.ts'
import type { AppDeps } from '../http/app-deps.ts'

/** Messages read at once. */
const PAGE = 100

/** A chat as a file to keep. */
export const chatExportRoutes =
  ({ chats }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/v1/chats/:chatId/export',
      {
        schema: {
          tags: ['chats'],
          summary: 'Download what a chat shows, with its quotes and their sources',
          params: z.object({ chatId: ChatId }),
          querystring: ExportQuery,
          response: {
            200: {
              description: 'The chat as a Markdown document, or as the JSON of `ChatExport`.',
              content: { 'text/markdown': { schema: z.string() }, 'application/json': { schema: z.string() } },
            },
          },
        },
      },
      async (request, reply) => {
        const { owner } = request.person
        const chat = owner && (await wholeChat(request.params.chatId, owner))
        if (!chat) throw new AppError('not_found')
        const markdown = request.query.format === 'markdown'
        return reply
          .headers({
            'content-type': markdown ? 'text/markdown; charset=utf-8' : 'application/json; charset=utf-8',
            'content-disposition': attachment(chat.title, markdown ? 'md' : 'json'),
            'cache-control': 'private, no-store',
          })
          .send(markdown ? chatMarkdown(chat) : JSON.stringify(chat, null, 2))
      },
    )

    const wholeChat = async (chatId: ChatId, owner: OwnerId): Promise<ChatExport | null> => {
      const chat = await chats.read(chatId, owner)
      if (!chat) return null
      const { title, createdAt, updatedAt, messages } = chat
      const earlier: ChatMessage[] = []
      for (let cursor = chat.earlierCursor; cursor !== null; ) {
        const page = await chats.messages(chatId, owner, { cursor, limit: PAGE })
        earlier.push(...(page?.items ?? []))
        cursor = page?.nextCursor ?? null
      }
      const all = [...earlier.toReversed(), ...messages].map(({ version: _version, ...message }) => message)
      const exportedAt = new Date().toISOString()
      return { format: 'reviewguide-chat', chatId, title, createdAt, updatedAt, exportedAt, messages: all }
    }
  }
