import { createAskClient } from '../asking/ask-client.ts'
import { inParallel } from '../asking/in-parallel.ts'
import { makeQuestions } from '../asking/questions.ts'
import type { BenchContext, TaskResult } from '../context.ts'
import type { Figure } from '../figure.ts'
import { processCpuMs } from '../load/process-cpu.ts'
import { backendFile, withBackends } from '../load/with-backends.ts'
import { withCollector } from '../load/with-collector.ts'
import { noPage, withPage } from '../load/with-page.ts'
import { noRedis, withRedis } from '../load/with-redis.ts'

const ROUNDS = 12
const QUESTIONS_A_ROUND = 25
const AT_ONCE = 2

/** Rounds before the measured ones: code is compiled, and names and figures are read once. */
const WARM_UP = 6

/** A backend with a page's server before it. */
interface System {
  name: string
  ask(questions: string[]): Promise<number>
  cpu(): { backend: number; page: number }
}

/** What tracing costs: systems that trace nothing, a tenth and all answer the same questions in turns, so that whatever else the machine does falls on each alike. */
export async function measureTracing({ corpus, server, say, signal }: BenchContext): Promise<TaskResult> {
  const missing = process.platform === 'linux' ? (noRedis() ?? noPage()) : 'CPU is read from /proc, which is Linux'
  if (missing) return { figures: [], skipped: [`what tracing costs: ${missing}`] }
  say('loading the corpus')
  const { url, name } = await corpus()
  const questions = await makeQuestions(url)

  return withRedis((redis) =>
    withCollector(async (collector) => {
      const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }
      const tenth = { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' }
      const shared = { databaseUrl: url, redisUrl: redis.url, signal }
      return withSystem('nothing', {}, shared, (off) =>
        withSystem('a tenth', { ...endpoint, ...tenth }, shared, (some) =>
          withSystem('all', endpoint, shared, async (all) => {
            const systems = [off, some, all]
            let failed = 0
            const round = async (n: number) => {
              const asked = Array.from(
                { length: QUESTIONS_A_ROUND },
                (_, at) => questions[(n * QUESTIONS_A_ROUND + at) % questions.length] ?? '',
              )
              // Who asks first makes the others find the search in the cache: each is first as often.
              for (const at of systems.keys()) failed += (await systems[(n + at) % systems.length]?.ask(asked)) ?? 0
            }
            say('asking until code is compiled')
            for (let n = 0; n < WARM_UP; n += 1) await round(n)
            failed = 0
            const [before, bytes] = [systems.map(({ cpu }) => cpu()), collector.bytes()]
            say(`asking ${ROUNDS * QUESTIONS_A_ROUND} questions of each of ${systems.length} systems in turns`)
            for (let n = WARM_UP; n < WARM_UP + ROUNDS; n += 1) await round(n)
            const after = systems.map(({ cpu }) => cpu())

            const answers = ROUNDS * QUESTIONS_A_ROUND
            const on = `${answers} questions, ${AT_ONCE} at once, through the page's server, in turns with the others; ${failed} without an answer; ${name}; ${server.name}, ${redis.name}`
            const costs = (part: 'backend' | 'page', what: string): Figure[] =>
              systems.map((system, at) => ({
                id: `tracing.${part}.${system.name.replace(' ', '-')}`,
                name: `CPU of ${what} for an answer, ${system.name} traced`,
                value: ((after[at]?.[part] ?? Number.NaN) - (before[at]?.[part] ?? Number.NaN)) / answers,
                unit: 'ms',
                on,
              }))
            return {
              figures: [
                ...costs('backend', 'the backend'),
                ...costs('page', "the page's server"),
                {
                  id: 'tracing.sent',
                  name: 'sent to the collector for a traced answer',
                  value: (collector.bytes() - bytes) / (1.1 * answers) / 1024,
                  unit: 'kB',
                  on: 'of both services',
                },
              ],
            }
          }),
        ),
      )
    }),
  )
}

async function withSystem<T>(
  name: string,
  env: Record<string, string>,
  shared: { databaseUrl: string; redisUrl: string; signal: AbortSignal },
  work: (system: System) => Promise<T>,
): Promise<T> {
  return withBackends({ ...shared, file: backendFile, count: 1, env }, async ([backend]) => {
    if (!backend) throw new Error('there is no backend')
    const use = async (page: typeof backend) => {
      const client = createAskClient(page.url)
      try {
        return await work({
          name,
          ask: async (questions) =>
            (await inParallel(questions, AT_ONCE, shared.signal, client.ask)).filter(({ failure }) => failure !== null)
              .length,
          cpu: () => ({ backend: processCpuMs(backend.child.pid), page: processCpuMs(page.child.pid) }),
        })
      } finally {
        client.close()
      }
    }
    return withPage(backend.url, shared.signal, use, env)
  })
}
