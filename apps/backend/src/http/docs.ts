import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { ErrorBody } from '@reviewguide/contracts'
import type { FastifyInstance } from 'fastify'
import { createJsonSchemaTransform } from 'fastify-type-provider-zod'

/** The page's own scripts, styles and calls; nothing from elsewhere. */
const policy = [
  "default-src 'self'",
  "base-uri 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Serves the documentation, made from the schemas that validate: a page at `/docs` and the document at `/openapi.json`. Before the routes. */
export async function registerDocs(app: FastifyInstance): Promise<void> {
  app.addHook('onRoute', ({ schema }) => {
    if (schema?.response) schema.response = { ...schema.response, '4xx': ErrorBody, '5xx': ErrorBody }
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'ReviewGuide',
        version: '1',
        description: 'Answers from what people wrote in reviews, with the sentence behind every claim.',
      },
    },
    transform: createJsonSchemaTransform({ skipList: ['/openapi.json'] }),
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: policy,
    theme: { title: 'ReviewGuide API' },
    uiConfig: { layout: 'BaseLayout' },
  })
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.serializer(JSON.stringify).type('application/json; charset=utf-8').send(app.swagger()),
  )
}
