import { createPool } from '@reviewguide/adapters/postgres'
import { redisUsage } from '@reviewguide/testing'
import { createAskClient } from '../asking/ask-client.ts'
import { inParallel } from '../asking/in-parallel.ts'
import { makeQuestions } from '../asking/questions.ts'
import type { BenchContext, TaskResult } from '../context.ts'
import type { Figure } from '../figure.ts'
import { familyCpuMs, parentOf, processCpuMs } from '../load/process-cpu.ts'
import { backendFile, withBackends } from '../load/with-backends.ts'
import { noPage, withPage } from '../load/with-page.ts'
import { noRedis, withRedis } from '../load/with-redis.ts'

const ANSWERS = 300
const AT_ONCE = 10

/** Answers before the measured ones: names and figures are read once, and code is compiled. */
const WARM_UP = 150

type Pool = ReturnType<typeof createPool>

const HOME_PAGES = 300

/** Milliseconds of CPU that each part of the system has used so far. */
interface Cpu {
  backend: number
  page: number
  database: number
  redis: number
}

/** What an answer costs each part of the system in CPU and storage: what one task holds follows from it, on a machine however busy. */
export async function measureCapacity({ corpus, server, say, signal }: BenchContext): Promise<TaskResult> {
  const missing = process.platform === 'linux' ? (noRedis() ?? noPage()) : 'CPU is read from /proc, which is Linux'
  if (missing) return { figures: [], skipped: [`what an answer costs: ${missing}`] }
  say('loading the corpus')
  const { url, name } = await corpus()
  const questions = (await makeQuestions(url)).slice(0, WARM_UP + ANSWERS)
  const pool = createPool(url, { max: 1 })
  try {
    const postmaster = parentOf(await pidOf(pool))
    const reviews = await count(pool, 'select count(*) as value from reviewguide.reviews')
    const corpusBytes = await count(pool, 'select pg_database_size(current_database()) as value')
    return await withRedis(async (redis) => {
      const shared = { file: backendFile, count: 1, databaseUrl: url, redisUrl: redis.url, signal }
      return withBackends(shared, async ([backend]) => {
        if (!backend) throw new Error('there is no backend')
        return withPage(backend.url, signal, async (page) => {
          const used = async (): Promise<Cpu & { commands: number }> => {
            const { cpuMs, commands } = await redisUsage(redis.url)
            return {
              backend: processCpuMs(backend.child.pid),
              page: processCpuMs(page.child.pid),
              database: familyCpuMs(postmaster),
              redis: cpuMs,
              commands,
            }
          }
          const ask = async (of: string[]) => {
            const client = createAskClient(page.url)
            try {
              for (const { failure } of await inParallel(of, AT_ONCE, signal, client.ask))
                if (failure !== null) throw new Error(failure)
            } finally {
              client.close()
            }
          }
          say(`asking ${WARM_UP + ANSWERS} questions through the page`)
          await ask(questions.slice(0, WARM_UP))
          const stored = await count(pool, storedByAnswers)
          const before = await used()
          const started = performance.now()
          const asked = questions.slice(WARM_UP)
          await ask(asked)
          const seconds = (performance.now() - started) / 1000
          const after = await used()
          const storedAfter = await count(pool, storedByAnswers)
          say(`opening the home page ${HOME_PAGES} times`)
          await open(page.url, 20, signal)
          const idle = await used()
          await open(page.url, HOME_PAGES, signal)
          const opened = await used()

          const on = `${asked.length} different questions, ${AT_ONCE} at once, through the page's server, after ${WARM_UP} others; ${name}; ${server.name}, ${redis.name}; all on one machine`
          const cpuOf = (part: keyof Cpu, what: string): Figure => ({
            id: `capacity.answer.${part}`,
            name: `CPU of ${what} for an answer`,
            value: (after[part] - before[part]) / asked.length,
            unit: 'ms',
            on,
          })
          const perHomePage = (part: keyof Cpu) => (opened[part] - idle[part]) / HOME_PAGES
          return {
            figures: [
              cpuOf('backend', 'the backend'),
              cpuOf('page', "the page's server"),
              cpuOf('database', 'PostgreSQL'),
              cpuOf('redis', 'Redis'),
              {
                id: 'capacity.answer.redis-commands',
                name: 'commands that Redis is sent for an answer',
                value: (after.commands - before.commands) / asked.length,
                unit: '',
                on: 'those within scripts are counted too',
              },
              {
                id: 'capacity.answers.rate',
                name: 'answers of one backend',
                value: asked.length / seconds,
                unit: '/s',
                on,
              },
              {
                id: 'capacity.answer.stored',
                name: 'kept of an answer in PostgreSQL, its question and its indexes too',
                value: (storedAfter - stored) / asked.length / 1024,
                unit: 'kB',
                on: 'growth of the tables of chats, messages and runs, which are extended in steps',
              },
              {
                id: 'capacity.home.page',
                name: "CPU of the page's server for the home page",
                value: perHomePage('page'),
                unit: 'ms',
                on: `${HOME_PAGES} times, ${AT_ONCE} at once; its pictures and scripts are not fetched`,
              },
              {
                id: 'capacity.home.backend',
                name: 'CPU of the backend for the home page',
                value: perHomePage('backend'),
                unit: 'ms',
                on: 'the same',
              },
              {
                id: 'capacity.review.stored',
                name: 'kept of a review in PostgreSQL, with opinions, sketches, figures and indexes',
                value: corpusBytes / reviews / 1024,
                unit: 'kB',
                on: `the whole database by ${reviews.toLocaleString('en')} reviews`,
              },
            ],
          }
        })
      })
    })
  } finally {
    await pool.end()
  }
}

/** Tables that grow with what people ask; all others grow with the corpus. */
const storedByAnswers = `select sum(pg_total_relation_size(oid)) as value from pg_class
  where relnamespace = 'reviewguide'::regnamespace and relkind = 'r'
    and relname in ('chats', 'messages', 'message_texts', 'runs', 'claims')`

async function count(pool: Pool, sql: string): Promise<number> {
  const { rows } = await pool.query<{ value: string }>(sql)
  return Number(rows[0]?.value)
}

async function pidOf(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]?.pid ?? Number.NaN
}

async function open(url: string, times: number, signal: AbortSignal): Promise<void> {
  await inParallel(Array.from({ length: times }), AT_ONCE, signal, async () => {
    const reply = await fetch(url, { signal })
    const html = await reply.text()
    if (!reply.ok || !html.includes('</html>')) throw new Error(`the home page answered ${reply.status}`)
  })
}
