import type { Span } from '@reviewguide/workflow/ports'
import type { FastifyInstance } from 'fastify'
import type { Tracing } from '../tracing/tracing.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The work on this request; null where it is not traced. */
    span: Span | null
  }
}

/**
 * Makes each request a piece of work of the trace that it comes from, until its connection is done with it. Before all other hooks: what they ask for is a
 * part of it. Nobody's request is what a load balancer asks every few seconds.
 */
export function registerRequestTrace(app: FastifyInstance, tracing: Pick<Tracing, 'request'>): void {
  app.decorateRequest('span', null)
  app.addHook('onRequest', (request, reply, done) => {
    const { method } = request
    const route = request.routeOptions.url
    if (route?.startsWith('/health')) return done()
    const span = tracing.request(`${method} ${route ?? 'unknown'}`, request.headers, {
      'http.request.method': method,
      'http.route': route ?? 'unknown',
      'reviewguide.request.id': request.id,
    })
    request.span = span
    reply.raw.once('close', () => {
      const { statusCode } = reply.raw
      span.set({ 'http.response.status_code': statusCode })
      span.end(statusCode >= 500 ? String(statusCode) : undefined)
    })
    span.within(done)
  })
  // A body is read as its connection brings it, outside of what the hooks before have begun.
  app.addHook('preValidation', (request, _reply, done) => (request.span ? request.span.within(done) : done()))
}
