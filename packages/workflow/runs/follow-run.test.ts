import { AppError, RunId } from '@reviewguide/contracts'
import { describe, expect, it } from 'vitest'
import type { RunEvent, RunLog } from '../ports/index.ts'
import { followRun } from './follow-run.ts'

const runId = RunId.parse('run_0123456789')
const step: RunEvent = { id: 1, part: { type: 'start-step' } }

/** A log whose reading does what `read` does. */
const logOf = (read: (signal: AbortSignal) => AsyncIterable<RunEvent[]>): RunLog => ({
  append: async () => {},
  read: (_runId, _after, signal) => read(signal),
  requestStop: async () => {},
  watchStop: () => () => {},
})

async function follow(log: RunLog, { after = 0, signal = new AbortController().signal, silenceMs = 1_000 } = {}) {
  const all: RunEvent[] = []
  for await (const events of followRun(log, runId, { after, signal, requestId: 'req_1' }, silenceMs))
    all.push(...events)
  return all
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
const codes = (events: RunEvent[]) =>
  events.map(({ id, part }) => [id, part.type === 'data-error' ? part.data.code : part.type])

describe('following a run', () => {
  it('ends in run_interrupted when nothing comes for longer than a run may last', async () => {
    const events = await follow(
      logOf(async function* (signal) {
        yield [step]
        await aborted(signal)
      }),
      { silenceMs: 20 },
    )
    expect(codes(events)).toEqual([
      [1, 'start-step'],
      [2, 'run_interrupted'],
      [3, 'error'],
    ])
  })

  it('ends in cache_unavailable when the log breaks off, by its end or by a failure', async () => {
    const ends = logOf(async function* () {
      yield [step]
    })
    const fails = logOf(async function* () {
      yield [step]
      throw new Error('connection lost')
    })
    for (const log of [ends, fails])
      expect(codes(await follow(log))).toEqual([
        [1, 'start-step'],
        [2, 'cache_unavailable'],
        [3, 'error'],
      ])
  })

  it('throws when the log fails before the first event, so that no stream is opened for it', async () => {
    const log = logOf(async function* () {
      await Promise.reject(new Error('connection refused'))
      yield [step]
    })
    await expect(follow(log)).rejects.toEqual(new AppError('cache_unavailable'))
  })

  it('gives nothing of a log that is gone', async () => {
    expect(await follow(logOf(async function* () {}))).toEqual([])
  })

  it('ends without a word when its reader goes', async () => {
    const leaving = new AbortController()
    setTimeout(() => leaving.abort(), 10)
    const events = await follow(
      logOf(async function* (signal) {
        yield [step]
        await aborted(signal)
      }),
      { signal: leaving.signal },
    )
    expect(events).toEqual([step])
  })
})
