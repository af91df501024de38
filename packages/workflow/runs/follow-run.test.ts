import { AppError, RunId } from '@reviewguide/contracts'
import { describe, expect, it } from 'vitest'
import type { RunEvent, RunLog, RunStanding } from '../ports/index.ts'
import { ComeBack, followRun } from './follow-run.ts'

const runId = RunId.parse('run_0123456789')
const step: RunEvent = { id: 1, part: { type: 'start-step' } }

/** A log whose reading does what `read` does. */
const logOf = (read: (signal: AbortSignal) => AsyncIterable<RunEvent[]>): RunLog => ({
  take: async () => [],
  append: async () => 'kept',
  release: () => {},
  read: (_runId, _after, signal) => read(signal),
  last: async () => 0,
  requestStop: async () => {},
  watchStop: () => () => {},
  callTakers: async () => {},
  onCall: () => () => {},
})

const active: RunStanding = { active: true }

async function follow(
  log: RunLog,
  {
    after = 0,
    signal = new AbortController().signal,
    silenceMs = 1_000,
    leaving = new AbortController().signal,
    standing = active as RunStanding | null,
  } = {},
) {
  const all: RunEvent[] = []
  const deps = { log, standing: async () => standing, silenceMs, leaving }
  for await (const events of followRun(deps, runId, { after, signal, requestId: 'req_1' })) all.push(...events)
  return all
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
const codes = (events: RunEvent[]) =>
  events.map(({ id, part }) => [id, part.type === 'data-error' ? part.data.code : part.type])

const ended = (more: Partial<Extract<RunStanding, { active: false }>>): RunStanding => ({
  active: false,
  status: 'finished',
  errorCode: null,
  metadata: null,
  events: null,
  ...more,
})

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

  it('gives nothing of a run that has ended and whose log is gone', async () => {
    const silent = logOf(async function* () {
      yield []
      yield []
    })
    expect(await follow(silent, { standing: ended({ events: 5 }) })).toEqual([])
  })

  it('waits for a run that is active and has no events yet', async () => {
    const late = logOf(async function* () {
      yield []
      yield []
      yield [step]
      yield [{ id: 2, part: { type: 'finish' } }]
    })
    expect(await follow(late)).toHaveLength(2)
  })

  it.each([
    ['finished', { status: 'finished', metadata: { outcome: 'answered' } }, ['finish']],
    ['failed', { status: 'failed', errorCode: 'run_timeout' }, ['run_timeout', 'error']],
  ] as const)('says the end that a %s run stored and its holder died before saying', async (_name, standing, said) => {
    const silent = logOf(async function* () {
      yield [step]
      yield []
      yield []
    })
    const events = await follow(silent, { standing: ended({ ...standing, events: 1 }) })
    expect(codes(events)).toEqual([[1, 'start-step'], ...said.map((type, at) => [2 + at, type])])
  })

  it('sends a reader for the stored answer that lacks more than the end', async () => {
    const silent = logOf(async function* () {
      yield [step]
      yield []
      yield []
    })
    await expect(follow(silent, { standing: ended({ events: 7 }) })).rejects.toBeInstanceOf(ComeBack)
  })

  it('sends its reader elsewhere when the process goes', async () => {
    const leaving = new AbortController()
    setTimeout(() => leaving.abort(), 10)
    const going = follow(
      logOf(async function* (signal) {
        yield [step]
        await aborted(signal)
      }),
      { leaving: leaving.signal },
    )
    await expect(going).rejects.toBeInstanceOf(ComeBack)
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
