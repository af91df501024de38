import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Metrics } from '../metrics/create-metrics.ts'

export type RequestMetrics = Pick<Metrics, 'requestEnded'>

/** Counts each request when its connection is done with it. */
export function registerRequestMetrics(app: FastifyInstance, metrics: RequestMetrics): void {
  app.addHook('onRequest', (request, reply, done) => {
    measureRequest(request, reply, metrics)
    done()
  })
}

/** Counts one request when its connection is done with it, by the pattern of its route: addresses are without number. */
export function measureRequest(request: FastifyRequest, reply: FastifyReply, metrics: RequestMetrics): void {
  reply.raw.once('close', () => {
    metrics.requestEnded({
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.raw.statusCode,
      seconds: reply.elapsedTime / 1000,
    })
  })
}
