import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import { AppError, BODY_LIMIT, RequestId } from '@reviewguide/contracts'
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { AppDeps } from './http/app-deps.ts'
import { refuseCrossSite } from './http/cross-site.ts'
import { registerDocs } from './http/docs.ts'
import { registerErrors, sendError } from './http/errors.ts'
import { registerJsonBody } from './http/json-body.ts'
import { otherMethods } from './http/methods.ts'
import { registerPerson } from './http/person.ts'
import { registerRateLimit } from './http/rate-limit.ts'
import { logRequest, registerRequestLog } from './http/request-log.ts'
import { measureRequest, registerRequestMetrics } from './http/request-metrics.ts'
import { registerRequestTrace } from './http/request-trace.ts'
import { adminRoutes } from './routes/admin.ts'
import { apiKeyRoutes } from './routes/auth/api-keys.ts'
import { meRoutes } from './routes/auth/me.ts'
import { passwordRoutes } from './routes/auth/passwords.ts'
import { providerRoutes } from './routes/auth/providers.ts'
import { sessionRoutes } from './routes/auth/sessions.ts'
import { signInRoutes } from './routes/auth/sign-in.ts'
import { chatRoutes } from './routes/chat.ts'
import { chatExportRoutes } from './routes/chat-export.ts'
import { chatVersionRoutes } from './routes/chat-versions.ts'
import { chatsRoutes } from './routes/chats.ts'
import { compareRoutes } from './routes/compare.ts'
import { feedbackRoutes } from './routes/feedback.ts'
import { healthRoutes } from './routes/health.ts'
import { itemsRoutes } from './routes/items.ts'
import { overviewRoutes } from './routes/overview.ts'
import { reviewsRoutes } from './routes/reviews.ts'
import { shareRoutes } from './routes/shares.ts'

const routes = [
  healthRoutes,
  chatRoutes,
  chatsRoutes,
  chatVersionRoutes,
  chatExportRoutes,
  feedbackRoutes,
  shareRoutes,
  itemsRoutes,
  compareRoutes,
  reviewsRoutes,
  overviewRoutes,
]
const authRoutes = [signInRoutes, providerRoutes, sessionRoutes, passwordRoutes, meRoutes, apiKeyRoutes, adminRoutes]

/** Assembles the HTTP server; it listens to nothing yet. Closing it lets the runs end first. */
export async function createApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: deps.logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    requestIdHeader: false,
    genReqId: ({ headers }) => {
      const given = RequestId.safeParse(headers['x-request-id'])
      return given.success ? given.data : deps.ids.request()
    },
    trustProxy: deps.trustedProxies,
    bodyLimit: BODY_LIMIT,
    // A request that arrives while the app closes is answered in our own shape, by what it asks for.
    return503OnClosing: false,
    // Slow-sending clients must not hold connections: headers and body are small.
    requestTimeout: 30_000,
    // No hook runs for what has no address that could be read.
    frameworkErrors: (error, request, reply) => {
      logRequest(request as FastifyRequest, reply)
      if (deps.metrics) measureRequest(request as FastifyRequest, reply, deps.metrics)
      return sendError(error, request as FastifyRequest, reply)
    },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  if (deps.onRoute) app.addHook('onRoute', deps.onRoute)
  registerErrors(app)
  if (deps.tracing) registerRequestTrace(app, deps.tracing)
  registerRequestLog(app)
  if (deps.metrics) registerRequestMetrics(app, deps.metrics)
  registerJsonBody(app)
  app.addHook('onRequest', refuseCrossSite)
  app.addHook('preValidation', refuseUnstorableQuery)
  app.addHook('preClose', () => deps.runs.close(deps.shutdownGraceMs))

  await app.register(cookie)
  registerPerson(app, deps)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // The load balancer or the frontend's own server speaks TLS and decides for the whole origin.
    hsts: false,
  })
  if (deps.rateLimit) registerRateLimit(app, deps.rateLimit)
  await registerDocs(app)
  const refuseOtherMethods = otherMethods(app)
  for (const route of [...routes, ...authRoutes]) await app.register(route(deps))
  await app.register(refuseOtherMethods)
  return app
}

/** PostgreSQL stores no NUL; asked with one, it would fail where the client did. */
async function refuseUnstorableQuery({ query }: FastifyRequest): Promise<void> {
  for (const [name, value] of Object.entries(query as Record<string, unknown>)) {
    if (String(value).includes('\0')) {
      throw new AppError('invalid_request', {
        details: [{ path: `/${name}`, message: 'contains a character that is not text' }],
      })
    }
  }
}
