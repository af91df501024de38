import { ChatId, REQUEST_COMPLETED, type RunId } from '@reviewguide/contracts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { StreamStats } from './event-stream.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on requests that were answered with a stream of events. */
    stream: { runId: RunId; chatId: ChatId; stats: StreamStats } | null
  }
}

/** Names each request in its answer, and writes its line. */
export function registerRequestLog(app: FastifyInstance): void {
  app.decorateRequest('stream', null)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    logRequest(request, reply)
  })
}

/**
 * Writes the request's one line when its connection is done with it, whatever level is asked for. Addresses stand there as patterns and people not at all.
 * Its level is INFO also where we failed: the failure has a line of its own.
 */
export function logRequest(request: FastifyRequest, reply: FastifyReply): void {
  const log = request.log.child({}, { level: 'info' })
  reply.raw.once('close', () => {
    log.info(
      {
        ...namesOf(request),
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.raw.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...request.stream?.stats,
        ...(!reply.raw.writableFinished && { cutOff: true }),
      },
      REQUEST_COMPLETED,
    )
  })
}

/** The run and the chat that a request was about, where they are known. */
function namesOf({ stream, params }: FastifyRequest): { runId?: RunId; chatId?: ChatId } {
  if (stream) return { runId: stream.runId, chatId: stream.chatId }
  const chatId = ChatId.safeParse((params as { chatId?: unknown } | undefined)?.chatId)
  return chatId.success ? { chatId: chatId.data } : {}
}
