import { Health, Readiness } from '@reviewguide/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { AppDeps } from '../http/app-deps.ts'

/** A check that takes longer has failed: a load balancer asks every few seconds. */
const CHECK_MS = 2_000

/** Whether the process is alive, and whether it can work. */
export const healthRoutes =
  ({ checks, runs }: AppDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/health',
      { schema: { tags: ['health'], summary: 'The process is alive', response: { 200: Health } } },
      async () => ({ status: 'ok' as const }),
    )

    app.get(
      '/health/ready',
      {
        schema: {
          tags: ['health'],
          summary: 'Database and cache can be reached',
          response: { 200: Readiness, 503: Readiness },
        },
      },
      async (_request, reply) => {
        const [database, cache, replica] = await Promise.all([
          works(checks.database),
          works(checks.cache),
          checks.replica && works(checks.replica),
        ])
        // Without its replica a backend reads from the database itself.
        const ready = database && cache && runs.accepting()
        return reply.status(ready ? 200 : 503).send({
          status: ready ? 'ready' : 'not_ready',
          checks: [
            { name: 'database', ok: database },
            { name: 'cache', ok: cache },
            ...(replica === undefined ? [] : [{ name: 'replica' as const, ok: replica }]),
          ],
        })
      },
    )
  }

async function works(check: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, CHECK_MS, false)
  })
  try {
    return await Promise.race([check().then(() => true), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
