import type { FastifyInstance } from 'fastify'
import type { StreamStats } from './event-stream.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on requests that were answered with a stream of events. */
    streamStats: StreamStats | null
  }
}

/** Writes one line for each request when its connection is done with it. Addresses stand there as patterns and people not at all. */
export function registerRequestLog(app: FastifyInstance): void {
  app.decorateRequest('streamStats', null)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.raw.once('close', () => {
      request.log.info(
        {
          method: request.method,
          route: request.routeOptions.url ?? 'unknown',
          status: reply.raw.statusCode,
          ms: Math.round(reply.elapsedTime * 10) / 10,
          ...(request.streamStats && { stream: request.streamStats }),
          ...(!reply.raw.writableFinished && { cutOff: true }),
        },
        'request completed',
      )
    })
  })
}
