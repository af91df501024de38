import { connectRedis, createInProcessRunLog, createRedisRunLog } from '@reviewguide/adapters/cache'
import { RunId } from '@reviewguide/contracts'
import type { RunEvent, RunLog } from '@reviewguide/workflow/ports'
import type { BenchContext, TaskResult } from '../context.ts'
import type { Figure } from '../figure.ts'
import { noRedis, withRedis } from '../load/with-redis.ts'
import { scriptedParts } from '../stream/scripted-parts.ts'

const WARM_UP = 200
const RUNS = 500

/** Events of an append: a model's words come one by one, sentences of the keyless writer some at once. */
const BURSTS = [
  { id: 'single', events: 1, words: 'one by one' },
  { id: 'bursts', events: 10, words: 'ten at a time' },
]

const events = [...scriptedParts(), { type: 'finish' } as const].map((part, at): RunEvent => ({ id: at + 1, part }))

/** What an event costs this process, CPU and time, by the microsecond. */
interface Cost {
  cpu: number
  time: number
}

type Append = (runId: RunId, batch: RunEvent[]) => Promise<unknown>

/** Appending an event to the run log and reading it again, in memory and through Redis, beside a bare XADD. */
export async function measureRunLog({ say, signal }: BenchContext): Promise<TaskResult> {
  say('in memory')
  const here = await costsOf((burst) => writeAndRead(createInProcessRunLog(), burst, signal))
  const figures = BURSTS.flatMap(({ id, words }, at) =>
    pair(`runlog.memory.${id}`, `an event in the log in memory, ${words}`, here[at]),
  )
  const missing = noRedis()
  if (missing) return { figures, skipped: [`the run log in Redis: ${missing}`] }
  await withRedis(async ({ url, name }) => {
    say('through Redis')
    const redis = await connectRedis(url)
    try {
      const there = await costsOf((burst) => writeAndRead(createRedisRunLog({ redis }), burst, signal))
      say('a bare XADD')
      const bare = await costsOf((burst) => write(xadd(redis), burst, signal))
      for (const [at, { id, words }] of BURSTS.entries())
        figures.push(...pair(`runlog.redis.${id}`, `an event in the log in Redis, ${words}`, there[at], bare[at], name))
    } finally {
      await redis.close()
    }
  })
  return { figures }
}

function pair(id: string, name: string, cost?: Cost, bare?: Cost, redis?: string): Figure[] {
  const on = `${RUNS} runs of ${events.length} events one after another, each with a reader in this process, ${WARM_UP} before${redis ? `; ${redis} on the same machine` : ''}`
  return (['cpu', 'time'] as const).map((of) => ({
    id: `${id}.${of}`,
    name: `${of === 'cpu' ? 'CPU' : 'time'} of ${name}`,
    value: cost?.[of] ?? Number.NaN,
    unit: 'µs',
    on,
    beside: bare && { what: 'bare XADD, unread', value: bare[of] },
  }))
}

async function costsOf(work: (burst: number) => Promise<Cost>): Promise<Cost[]> {
  const costs: Cost[] = []
  for (const { events: burst } of BURSTS) costs.push(await work(burst))
  return costs
}

/** Each run has one reader, as it has its asker. */
async function writeAndRead(log: RunLog, burst: number, signal: AbortSignal): Promise<Cost> {
  let reading: Promise<number> | null = null
  const append: Append = async (runId, batch) => {
    const appended = await log.append(runId, 1, batch)
    if (appended !== 'kept') throw new Error(`the events of a run were ${appended}`)
    // From the first append on, as with a run that begins.
    if (batch[0]?.id === 1) reading = countOf(log, runId, signal)
    if (batch.at(-1)?.part.type !== 'finish') return
    const read = await reading
    if (read !== events.length) throw new Error(`${read} of ${events.length} events were read`)
  }
  return write(append, burst, signal)
}

async function countOf(log: RunLog, runId: RunId, signal: AbortSignal): Promise<number> {
  let count = 0
  for await (const batch of log.read(runId, 0, signal)) count += batch.length
  return count
}

/** What somebody would do who only wants the events in Redis. */
function xadd(redis: Awaited<ReturnType<typeof connectRedis>>): Append {
  return async (runId, batch) => {
    const key = `reviewguide:bench:${runId}`
    const sent = batch.map(({ id, part }) => redis.client().xadd(key, `0-${id}`, 'part', JSON.stringify(part)))
    await Promise.all(sent)
    if (batch[0]?.id === 1) await redis.client().pexpire(key, 60_000)
  }
}

async function write(append: Append, burst: number, signal: AbortSignal): Promise<Cost> {
  const one = async () => {
    signal.throwIfAborted()
    const runId = RunId.parse(`run_${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`)
    for (let at = 0; at < events.length; at += burst) await append(runId, events.slice(at, at + burst))
  }
  for (let n = 0; n < WARM_UP; n += 1) await one()
  const started = performance.now()
  const before = process.cpuUsage()
  for (let n = 0; n < RUNS; n += 1) await one()
  const { user, system } = process.cpuUsage(before)
  const count = RUNS * events.length
  return { cpu: (user + system) / count, time: ((performance.now() - started) * 1000) / count }
}
