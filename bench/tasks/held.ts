import { setTimeout as sleep } from 'node:timers/promises'
import { inParallel } from '../asking/in-parallel.ts'
import { startChild } from '../child.ts'
import type { BenchContext, TaskResult } from '../context.ts'
import { WAITS } from '../load/held-answer.ts'
import { type HeldStream, type HeldStreams, openHeldStreams } from '../load/held-stream.ts'
import { type RunningBackend, withBackends } from '../load/with-backends.ts'
import { noRedis, withRedis } from '../load/with-redis.ts'
import type { Usage } from '../stream/answer-usage.ts'

const BACKENDS = 2
const STREAMS_EACH = 500

/** Runs of each backend: its own askers read half of its streams, the other half are of runs that the other backend has. */
const RUNS_EACH = STREAMS_EACH / 2

/** Opened at a time: people come in a stream, not in one instant. */
const OPENING = 25

/** Answers at once before the measured ones: code is compiled and connections are made. */
const WARM_UP = 200

/** Heartbeats that each stream must get once all are open, and how long that may take: one comes every ten seconds. */
const BEATS = 1
const BEATS_WITHIN_MS = 30_000

/** Longest until all streams have ended once they are told to. */
const END_WITHIN_MS = 30_000

interface Held {
  /** Of each server: tidied, before the first stream and while all are held. */
  before: Usage[]
  held: Usage[]
  /** Streams that were open at once, each with its first text and its heartbeats since. */
  open: number
  failures: string[]
}

/** A thousand open streams over two backends: their memory, and what a stream costs, beside a bare server that holds as many. */
export async function measureHeld({ server, say, signal }: BenchContext): Promise<TaskResult> {
  const missing = noRedis()
  if (missing) return { figures: [], skipped: [`streams held by two backends: ${missing}`] }
  const databaseUrl = await server.createDatabase()
  const { ours, redisName } = await withRedis(async (redis) => {
    const file = new URL('../processes/holding-backend.ts', import.meta.url)
    const shared = { file, count: BACKENDS, databaseUrl, redisUrl: redis.url, signal }
    const ours = await withBackends(shared, (backends) => {
      say(`opening ${BACKENDS * STREAMS_EACH} streams`)
      return hold(backends, signal, (streams) => openOverTwo(backends, streams, signal))
    })
    return { ours, redisName: redis.name }
  })
  say('opening as many of a bare server')
  const bare = await holdBare(signal)

  const peak = Math.max(...ours.held.map(({ peakMb }) => peakMb))
  const on = `${BACKENDS * STREAMS_EACH} streams of ${BACKENDS} backends, half of each read from a run of the other one; each got its first text and a heartbeat while all were open; ${server.name}, ${redisName}; at most ${RUNS_EACH} runs of a backend instead of 64`
  return {
    figures: [
      { id: 'held.open', name: 'streams held open at once', value: ours.open, unit: '', on },
      {
        id: 'held.failed',
        name: 'of these without a whole answer in the end',
        value: ours.failures.length,
        unit: '',
        on: [`read to their end`, ...ours.failures.slice(0, 2)].join('; '),
      },
      {
        id: 'held.memory.peak',
        name: 'memory of a backend that holds 500, at most',
        value: peak,
        unit: 'MB',
        on: `resident, the larger of both, sampled every 100 ms from its start`,
        beside: { what: 'bare node:http', value: Math.max(...bare.held.map(({ peakMb }) => peakMb)) },
      },
      {
        id: 'held.stream.memory',
        name: 'memory of a held stream',
        value: costOf(ours),
        unit: 'kB',
        on: `objects and buffers after a collection, with all streams less before the first, by ${STREAMS_EACH}; its run and its events are part of it`,
        beside: { what: 'bare node:http', value: costOf(bare) },
      },
    ],
  }
}

const costOf = ({ before, held }: Held) => {
  const grown = held.map(({ objectsMb }, at) => objectsMb - (before[at]?.objectsMb ?? Number.NaN))
  return (Math.max(...grown) / STREAMS_EACH) * 1024
}

/** Half of each backend's streams are its askers', the other half continue what was asked of the other one. */
async function openOverTwo(
  backends: RunningBackend[],
  streams: HeldStreams,
  signal: AbortSignal,
): Promise<HeldStream[]> {
  const places = Array.from({ length: BACKENDS * RUNS_EACH }, (_, at) => at)
  const urlOf = (at: number) => backends[at % BACKENDS]?.url ?? ''
  const asked = await inParallel(places, OPENING, signal, (at) => streams.ask(urlOf(at), WAITS))
  const read = await inParallel(places, OPENING, signal, (at) => streams.read(urlOf(at + 1), asked[at] as HeldStream))
  return [...asked, ...read]
}

async function holdBare(signal: AbortSignal): Promise<Held> {
  const child = startChild(new URL('../processes/holding-server.ts', import.meta.url), [], {}, signal)
  try {
    const { port } = await child.message<{ port: number }>()
    const url = `http://127.0.0.1:${port}`
    const places = Array.from({ length: STREAMS_EACH })
    return await hold([{ url, child }], signal, (streams) =>
      inParallel(places, OPENING, signal, () => streams.ask(url, WAITS)),
    )
  } finally {
    await child.stop()
  }
}

async function hold(
  servers: RunningBackend[],
  signal: AbortSignal,
  open: (streams: HeldStreams) => Promise<HeldStream[]>,
): Promise<Held> {
  const streams = openHeldStreams()
  signal.addEventListener('abort', streams.close, { once: true })
  const usages = (question: string) => Promise.all(servers.map(({ child }) => child.ask<Usage>(question)))
  try {
    for (const { url } of servers) {
      const short = Array.from({ length: WARM_UP })
      await inParallel(short, OPENING, signal, async () => (await streams.ask(url, 'short')).ended)
    }
    const before = await usages('tidy usage')
    const all = await open(streams)
    const beating = await heartbeats(all, signal)
    const untidied = await usages('usage')
    const tidied = await usages('tidy usage')
    const held = tidied.map((usage, at) => ({ ...usage, peakMb: untidied[at]?.peakMb ?? Number.NaN }))
    await usages('end')
    const late = sleep(END_WITHIN_MS, 'it did not end', { ref: false })
    const ends = await Promise.all(all.map(({ ended }) => Promise.race([ended, late])))
    return { before, held, open: beating, failures: ends.filter((end) => end !== null) }
  } finally {
    signal.removeEventListener('abort', streams.close)
    streams.close()
  }
}

/** Waits until each stream has had its heartbeats from now on and counts those that have, all of them still open. */
async function heartbeats(streams: HeldStream[], signal: AbortSignal): Promise<number> {
  const before = streams.map(({ beats }) => beats())
  const ended = new Set<HeldStream>()
  for (const stream of streams) void stream.ended.then(() => ended.add(stream))
  const beating = () =>
    streams.filter((stream, at) => !ended.has(stream) && stream.beats() - (before[at] ?? 0) >= BEATS)
  for (const until = performance.now() + BEATS_WITHIN_MS; performance.now() < until; ) {
    if (beating().length === streams.length) break
    await sleep(100, undefined, { signal })
  }
  return beating().length
}
