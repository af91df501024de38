import { freePort } from '@reviewguide/adapters/own-postgres'
import { noRedisServer, startTestRedis } from '@reviewguide/testing'
import { createAskClient } from '../asking/ask-client.ts'
import { inParallel } from '../asking/in-parallel.ts'
import { type Child, startChild } from '../child.ts'
import type { BenchContext, TaskResult } from '../context.ts'
import type { Figure } from '../figure.ts'
import { limitsOff } from '../load/limits-off.ts'
import type { Usage } from '../stream/answer-usage.ts'
import { STREAM_EVENTS } from '../stream/scripted-parts.ts'

const WARM_UP = 300
const STREAMS = 600
const AT_ONCE = 10

/** Parts that a workflow emits at a time: a model's words come one by one, the sentences of the keyless writer some at once. */
const BURSTS = [
  { id: 'single', parts: 1, words: 'one by one' },
  { id: 'bursts', parts: 10, words: 'ten at a time' },
]

/** CPU of the backend for a stream whose workflow costs nothing, beside a bare server that writes the same events. */
export async function measureStream({ server, say, signal }: BenchContext): Promise<TaskResult> {
  say('streaming from the backend with a scripted workflow')
  const env = {
    APP_PORT: String(await freePort()),
    DATABASE_URL: await server.createDatabase(),
    SECRET_KEY: 'a key for benchmarks only',
    ...limitsOff,
  }
  const backend = new URL('../processes/scripted-backend.ts', import.meta.url)
  const ours = await cpuOfStreams(startChild(backend, [], env, signal), signal)
  say('streaming the same from a bare server')
  const bare = new URL('../processes/plain-server.ts', import.meta.url)
  const plain = await cpuOfStreams(startChild(bare, [], {}, signal), signal)
  const figures = BURSTS.map(({ id, words }, at): Figure => {
    return {
      id: `stream.cpu.${id}`,
      name: `CPU of a stream of ${STREAM_EVENTS} events, ${words}`,
      value: ours[at] ?? Number.NaN,
      unit: 'ms',
      on: `the backend process over ${STREAMS} streams, ${AT_ONCE} at once, ${WARM_UP} before; question and answer stored in ${server.name}, in-process log; the workflow emits and does nothing else`,
      beside: { what: 'bare node:http writing the same', value: plain[at] ?? Number.NaN },
    }
  })
  const missing = noRedisServer()
  if (missing) return { figures, skipped: [`streams with their log in Redis: ${missing}`] }
  say('streaming with the log in Redis')
  const redis = await startTestRedis()
  try {
    const shared = await cpuOfStreams(startChild(backend, [], { ...env, REDIS_URL: redis.url }, signal), signal)
    for (const [at, { id, words }] of BURSTS.entries())
      figures.push({
        id: `stream.redis.cpu.${id}`,
        name: `the same with its log in Redis, ${words}`,
        value: shared[at] ?? Number.NaN,
        unit: 'ms',
        on: 'every event kept in Redis before it is sent, runs held by leases; Redis of our own on the same machine',
        beside: { what: 'in-process log', value: ours[at] ?? Number.NaN },
      })
  } finally {
    await redis.stop()
  }
  return { figures }
}

/** CPU of a server for one stream, in ms, for each kind of burst. The server is ended. */
async function cpuOfStreams(child: Child, signal: AbortSignal): Promise<number[]> {
  try {
    const { port } = await child.message<{ port: number }>()
    const client = createAskClient(`http://127.0.0.1:${port}`)
    const stream = async (burst: number, count: number) => {
      await inParallel(Array.from({ length: count }), AT_ONCE, signal, async () => {
        const { failure } = await client.ask(String(burst))
        if (failure) throw new Error(failure)
      })
    }
    try {
      const spent: number[] = []
      for (const { parts } of BURSTS) {
        await stream(parts, WARM_UP)
        const before = await child.ask<Usage>('cpu')
        await stream(parts, STREAMS)
        const after = await child.ask<Usage>('cpu')
        spent.push((after.cpuMs - before.cpuMs) / STREAMS)
      }
      return spent
    } finally {
      client.close()
    }
  } finally {
    await child.stop()
  }
}
