import { AppError } from '@reviewguide/contracts'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Notes the routes that are added from now on; the plugin it gives, registered last, answers 405 to the other methods of their addresses. */
export function otherMethods(app: FastifyInstance): FastifyPluginAsync {
  const known = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method, schema }) => {
    if (schema && 'hide' in schema) return
    const taken = known.get(url) ?? new Set<string>()
    for (const one of [method].flat()) taken.add(one)
    known.set(url, taken)
  })
  return async (last) => {
    for (const [url, taken] of known) {
      const allow = [...taken].join(', ')
      last.route({
        method: methods.filter((method) => !taken.has(method)),
        url,
        schema: { hide: true },
        handler: async (_request, reply) => {
          reply.header('allow', allow)
          throw new AppError('method_not_allowed')
        },
      })
    }
  }
}
