import { type AccountTables, createAccounts, createShownMailer } from '@reviewguide/accounts'
import { connectRedis, createRedisAttemptStore, createRedisSessionStore } from '@reviewguide/adapters/cache'
import { createKysely, createPool } from '@reviewguide/adapters/postgres'
import type { BenchContext, TaskResult } from '../context.ts'
import { type Figure, quantile } from '../figure.ts'
import { countRoundTrips } from '../load/counted-redis.ts'
import { noRedis, withRedis } from '../load/with-redis.ts'

const CHECKS = 2_000
const WARM_UP = 500

const body = { email: 'somebody@bench.example', password: 'a long word for benchmarks', name: '' }
const asker = { address: '127.0.0.1', userAgent: null }

/** What it takes to know who a signed-in person is, which comes before every request: with Redis, beside Postgres alone. */
export async function measureSessions({ server, say, signal }: BenchContext): Promise<TaskResult> {
  const missing = noRedis()
  if (missing) return { figures: [], skipped: [`session checks: ${missing}`] }
  const pool = createPool(await server.createDatabase(), { max: 2, dates: 'objects' })
  try {
    return await withRedis(async ({ url, name }) => {
      say('checking a session')
      const alone = accountsOf(pool, null)
      const signedUp = await alone.signUp(body, asker)
      if (signedUp.outcome !== 'signed_in') throw new Error('signing up needs no letter here')
      const bySql = await timesOf(() => alone.checkSession(signedUp.token), signal)
      alone.close()
      // Timed without the counter in between, which takes as long as Redis itself.
      const times = await withAccounts(pool, url, (check) => timesOf(() => check(signedUp.token), signal))
      const counted = await countRoundTrips(url)
      try {
        const trips = await withAccounts(pool, counted.url, async (check) => {
          await check(signedUp.token)
          const before = counted.trips()
          for (let n = 0; n < CHECKS; n += 1) await check(signedUp.token)
          return (counted.trips() - before) / CHECKS
        })
        const on = `one after another, ${CHECKS} times, the session in the cache; ${server.name}, ${name} on the same machine`
        const time = (id: string, word: string, share: number): Figure => ({
          id: `sessions.check.${id}`,
          name: `session check, ${word}`,
          value: quantile(times, share),
          unit: 'ms',
          on,
          beside: { what: 'from Postgres each time', value: quantile(bySql, share) },
        })
        return {
          figures: [
            { id: 'sessions.round-trips', name: 'Redis round trips of a session check', value: trips, unit: '', on },
            time('median', 'median', 0.5),
            time('p95', '95th percentile', 0.95),
          ],
        }
      } finally {
        counted.close()
      }
    })
  } finally {
    await pool.end()
  }
}

type Pool = ReturnType<typeof createPool>
type Shared = Parameters<typeof createAccounts>[0]['shared']

const accountsOf = (pool: Pool, shared: Shared) =>
  createAccounts({
    db: createKysely<AccountTables>(pool),
    shared,
    mailer: createShownMailer(() => {}),
    secretKey: 'a key for benchmarks only',
    publicUrl: 'http://localhost',
  })

/** Does work with accounts as a backend with this Redis has them. */
async function withAccounts<T>(
  pool: Pool,
  redisUrl: string,
  work: (check: (token: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const redis = await connectRedis(redisUrl)
  const accounts = accountsOf(pool, {
    sessions: createRedisSessionStore({ redis }),
    attempts: createRedisAttemptStore({ redis }),
  })
  try {
    return await work(async (token) => {
      if (!(await accounts.checkSession(token))) throw new Error('the session was not known')
    })
  } finally {
    accounts.close()
    await redis.close()
  }
}

async function timesOf(check: () => Promise<unknown>, signal: AbortSignal): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < WARM_UP + CHECKS; n += 1) {
    signal.throwIfAborted()
    const started = performance.now()
    await check()
    if (n >= WARM_UP) times.push(performance.now() - started)
  }
  return times
}
