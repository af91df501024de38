import { createAskClient } from '../asking/ask-client.ts'
import { inParallel } from '../asking/in-parallel.ts'
import type { BenchContext, TaskResult } from '../context.ts'
import type { Figure } from '../figure.ts'
import { withBackends } from '../load/with-backends.ts'
import { noRedis, withRedis } from '../load/with-redis.ts'
import type { Usage } from '../stream/answer-usage.ts'
import { STREAM_EVENTS } from '../stream/scripted-parts.ts'

const RUNS = 10_000

/** Runs between two looks. The first look is what the last is compared with. */
const STEP = 1_000

const AT_ONCE = 10

/** Parts that the workflow emits at a time. */
const BURST = '10'

/** Memory of a backend over ten thousand runs with its log in Redis: nothing may be left of a run once nobody can read it any more. */
export async function measureMemory({ server, say, signal }: BenchContext): Promise<TaskResult> {
  const missing = noRedis()
  if (missing) return { figures: [], skipped: [`memory over ${RUNS} runs: ${missing}`] }
  const databaseUrl = await server.createDatabase()
  const file = new URL('../processes/scripted-backend.ts', import.meta.url)
  const { looks, name } = await withRedis(async (redis) => {
    const shared = { file, count: 1, databaseUrl, redisUrl: redis.url, signal }
    const looks = await withBackends(shared, async ([backend]) => {
      if (!backend) throw new Error('there is no backend')
      const client = createAskClient(backend.url)
      const looks: Usage[] = []
      try {
        while (looks.length < RUNS / STEP) {
          await inParallel(Array.from({ length: STEP }), AT_ONCE, signal, async () => {
            const { failure } = await client.ask(BURST)
            if (failure) throw new Error(failure)
          })
          const look = await backend.child.ask<Usage>('tidy usage')
          looks.push(look)
          say(
            `${looks.length * STEP} runs: ${look.residentMb.toFixed(0)} MB, of which objects ${look.objectsMb.toFixed(0)}`,
          )
        }
      } finally {
        client.close()
      }
      return looks
    })
    return { looks, name: redis.name }
  })
  const [first, last] = [looks[0], looks.at(-1)]
  const on = `a backend after ${RUNS} runs of ${STREAM_EVENTS} events with a scripted workflow, ${AT_ONCE} at once, each time after a collection; ${server.name}, ${name}`
  const figure = (id: string, of: keyof Usage, what: string): Figure => ({
    id: `memory.${id}`,
    name: `${what} after ${RUNS.toLocaleString('en')} runs`,
    value: last?.[of] ?? Number.NaN,
    unit: 'MB',
    on,
    beside: { what: `after the first ${STEP.toLocaleString('en')}`, value: first?.[of] ?? Number.NaN },
  })
  const growth = (id: string, since: number): Figure => ({
    id: `memory.growth.${id}`,
    name: `resident memory, after ${RUNS.toLocaleString('en')} by after ${since.toLocaleString('en')}`,
    value: (last?.residentMb ?? Number.NaN) / (looks[since / STEP - 1]?.residentMb ?? Number.NaN),
    unit: 'times',
    on,
  })
  return {
    figures: [
      figure('resident', 'residentMb', 'resident memory'),
      figure('objects', 'objectsMb', 'objects in memory'),
      growth('all', STEP),
      // The log in memory is full by then: it keeps runs for ten minutes, or 64 MB of them.
      growth('late', RUNS / 2),
    ],
  }
}
