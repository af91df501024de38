import { type AskTimes, createAskClient } from '../asking/ask-client.ts'
import { searchFullText } from '../asking/full-text.ts'
import { inParallel } from '../asking/in-parallel.ts'
import { makeQuestions } from '../asking/questions.ts'
import type { BenchContext, TaskResult } from '../context.ts'
import { type Figure, quantile } from '../figure.ts'
import { backendFile, withBackends } from '../load/with-backends.ts'
import { noRedis, withRedis } from '../load/with-redis.ts'

const BACKENDS = 2
const PEOPLE = 50

/** How often all of them ask, each something else. The next time begins when everybody has an answer. */
const ROUNDS = 6

/** Questions before the measured ones, ten at once. */
const WARM_UP = 60

/** Fifty people who ask in the same moment, over two backends that share everything. */
export async function measureCrowd({ corpus, server, say, signal }: BenchContext): Promise<TaskResult> {
  const missing = noRedis()
  if (missing) return { figures: [], skipped: [`a crowd at two backends: ${missing}`] }
  say('loading the corpus')
  const { url, name } = await corpus()
  const questions = await makeQuestions(url)
  const asked = questions.slice(WARM_UP, WARM_UP + PEOPLE * ROUNDS)
  say(`asking ${asked.length} questions, ${PEOPLE} at once`)
  const { times, redisName } = await withRedis(async (redis) => {
    const shared = { file: backendFile, count: BACKENDS, databaseUrl: url, redisUrl: redis.url, signal }
    const times = await withBackends(shared, async (backends) => {
      const clients = backends.map((backend) => createAskClient(backend.url))
      const ask = (all: string[], atOnce: number) =>
        inParallel([...all.entries()], atOnce, signal, ([at, question]) => askOne(clients[at % BACKENDS], question))
      try {
        await ask(questions.slice(0, WARM_UP), 10)
        const times: AskTimes[] = []
        for (let at = 0; at < asked.length; at += PEOPLE)
          times.push(...(await ask(asked.slice(at, at + PEOPLE), PEOPLE)))
        return times
      } finally {
        for (const client of clients) client.close()
      }
    })
    return { times, redisName: redis.name }
  })
  say('searching the reviews for the same questions')
  const searched = await searchFullText(url, asked, PEOPLE, signal)

  const failures = times.flatMap(({ failure }) => failure ?? [])
  const whole = times.filter(({ failure }) => failure === null)
  const on = `${PEOPLE} people in the same moment, ${asked.length / PEOPLE} times, ${asked.length} different questions over ${BACKENDS} backends, ${name}; ${WARM_UP} others before; backends, ${server.name}, ${redisName} and askers on one machine`
  const pair = (id: string, what: string, of: number[], beside?: number[]): Figure[] =>
    [
      { share: 0.5, id: 'median', word: 'median' },
      { share: 0.95, id: 'p95', word: '95th percentile' },
    ].map(({ share, id: at, word }) => ({
      id: `crowd.${id}.${at}`,
      name: `${what} in a crowd, ${word}`,
      value: quantile(of, share),
      unit: 'ms',
      on,
      beside: beside && { what: 'ten best reviews by PostgreSQL full text', value: quantile(beside, share) },
    }))
  return {
    figures: [
      ...pair(
        'first-text',
        'first text',
        whole.map(({ firstText, whole }) => firstText ?? whole),
        searched,
      ),
      ...pair(
        'whole',
        'whole answer',
        whole.map((each) => each.whole),
      ),
      {
        id: 'crowd.failed',
        name: 'people who got no whole answer',
        value: failures.length,
        unit: '',
        on: [`of all ${times.length}`, ...failures.slice(0, 2)].join('; '),
      },
    ],
  }
}

/** A connection that is refused is a failure like others: the crowd goes on. */
async function askOne(client: ReturnType<typeof createAskClient> | undefined, question: string): Promise<AskTimes> {
  if (!client) throw new Error('there is no backend')
  const started = performance.now()
  return client.ask(question).catch((cause: unknown) => {
    const failure = `"${question}" got ${cause instanceof Error ? cause.message : String(cause)}`
    return { firstText: null, whole: performance.now() - started, failure }
  })
}
