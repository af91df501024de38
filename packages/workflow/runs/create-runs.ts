import type { RunId } from '@reviewguide/contracts'
import type { BeginRun, ChatStore, ClaimedRun, Clock, HeldRun, RunLog, RunStore, Tracer } from '../ports/index.ts'
import type { Workflow } from '../workflow.ts'
import { createAnswerKeeper } from './answer-keeper.ts'
import { abandoned, beginInTime } from './begin-run.ts'
import { errorEvents } from './error-events.ts'
import { followRun } from './follow-run.ts'
import { HAND_OVER_MS, handOver } from './hand-over.ts'
import { type HoldTimes, holdRuns, usualHoldTimes } from './hold-runs.ts'
import { createLiveRuns } from './live-runs.ts'
import { keylessLimits, type RunLimits } from './run-limits.ts'
import type { AskOutcome, AskRequest, RunIds, RunReport, Runs } from './runs.ts'
import { stopElsewhere } from './stop-run.ts'
import { storedEvents } from './stored-events.ts'
import { takeOver } from './take-over.ts'
import { within } from './within.ts'

export interface RunsDeps {
  workflow: Workflow
  chats: ChatStore
  store: RunStore
  log: RunLog
  clock: Clock
  ids: RunIds
  limits?: RunLimits
  /** Where several backends share store and log: the name of this one, which no other process ever bears. Without it a run dies with its process. */
  holder?: string
  holdTimes?: HoldTimes
  /** Each run is a piece of work of the request that asked for it. */
  tracer?: Tracer
  /** Told of every run that ended here. */
  onEnded?: (report: RunReport) => void
  /** Told of what went wrong beside a run: its log, or storing its end. */
  onTrouble?: (trouble: { runId: RunId; what: 'log' | 'store'; cause: unknown }) => void
}

/** How long a stop waits for the run to end; a workflow has less than that to obey its signal. */
const STOP_WAIT_MS = 2_000

/** A reader gives a run up after this much silence beyond the run's own bound: longer than two takeovers. */
const SILENCE_MARGIN_MS = 10_000

/** For readers of runs that have ended to get the end, before those of others are sent elsewhere. */
const LAST_WORDS_MS = 300

/** Starts, follows and ends runs; with other backends, takes over theirs. */
export function createRuns(deps: RunsDeps): Runs {
  const { chats, store, log, clock, ids, limits = keylessLimits, holder, holdTimes = usualHoldTimes } = deps
  const starting = new Map<RunId, Promise<unknown>>()
  /** Runs that were taken over without their events: who has some of them cannot go on with these. */
  const anew = new Set<RunId>()
  const leaving = new AbortController()
  let closed = false

  const trouble = (what: 'log' | 'store') => (runId: RunId, cause: unknown) => deps.onTrouble?.({ runId, what, cause })
  const keeper = createAnswerKeeper(chats, ({ runId }, cause) => trouble('store')(runId, cause))
  const live = createLiveRuns(
    {
      workflow: deps.workflow,
      log,
      clock,
      keeper,
      limits,
      tracer: deps.tracer,
      onCheckpoint: (run: HeldRun, checkpoint) => {
        // Without it a takeover begins at the start.
        if (holder) store.keepCheckpoint(run, checkpoint).catch((cause: unknown) => trouble('store')(run.runId, cause))
      },
      onEnded: (report: RunReport) => {
        anew.delete(report.runId)
        deps.onEnded?.(report)
      },
      onLogFailure: trouble('log'),
    },
    log,
  )
  const lease = { holder: holder ?? 'the only one', ms: holdTimes.leaseMs }

  /** Counts as being worked on from now, before anything is awaited: those that arrive together must not pass a limit together. */
  const startingAs = <T>(runId: RunId, work: Promise<T>): Promise<T> => {
    starting.set(runId, work)
    return work.finally(() => starting.delete(runId))
  }
  const busy = () => live.count() + starting.size

  const take = (run: ClaimedRun) =>
    startingAs(
      run.runId,
      takeOver({ log, live, keeper, limits, onTrouble: trouble('log') }, run).then((taken) => {
        if (taken.anew) anew.add(run.runId)
      }),
    )

  const holding = holder
    ? holdRuns({
        store,
        holder,
        times: holdTimes,
        held: () => [...live.held(), ...keeper.pending().map(({ runId, epoch = 1 }) => ({ runId, epoch }))],
        room: () => (closed ? 0 : limits.concurrent - busy()),
        onHold: live.heed,
        onClaimed: (run) => void take(run).catch((cause: unknown) => trouble('log')(run.runId, cause)),
      })
    : null
  const uncall = holding ? log.onCall(() => holding.look()) : () => {}

  const follow: Runs['follow'] = (runId, from) =>
    followRun(
      {
        log,
        standing: store.standing,
        silenceMs: limits.totalMs + SILENCE_MARGIN_MS,
        leaving: leaving.signal,
      },
      runId,
      from,
    )

  /** Alone, what is active in the store and not here was left by a process that died. True when it was ended. */
  const buryDead = async (runId: RunId): Promise<boolean> => {
    if (holder || live.get(runId) || starting.has(runId)) return false
    return (await keeper.keep(abandoned(runId), limits.beginMs)) === 'kept'
  }

  const begin = async (run: BeginRun) => {
    const bounds = { chats, keeper, boundMs: limits.beginMs }
    const result = await beginInTime(bounds, run)
    if (result.outcome !== 'run_active' || holder) return result
    const last = await store.lastRun(run.chatId, run.owner)
    return !last?.active || (await buryDead(last.runId)) ? beginInTime(bounds, run) : result
  }

  const start = async (runId: RunId, { ask, owner, idempotencyKey, requestId }: AskRequest): Promise<AskOutcome> => {
    const askedAt = clock.now()
    const run: BeginRun = {
      runId,
      chatId: ask.chatId ?? ids.chat(),
      mayCreate: ask.mayCreate,
      owner,
      question: { messageId: ids.message(), text: ask.message, clientId: ask.clientId },
      edits: ask.edits,
      regenerates: ask.regenerates,
      answerId: ids.message(),
      idempotencyKey,
      requestId,
      askedAt,
      ...(holder && { lease }),
    }
    const { chatId, answerId } = run
    // Watched before the store knows of the run: a stop can be asked for from then on.
    let stopAsked = false
    const unwatch = log.watchStop(runId, () => {
      stopAsked = true
    })
    try {
      const result = await begin(run)
      if (result.outcome === 'repeated') return { ...result, outcome: 'started', repeated: true }
      if (result.outcome !== 'begun') return result
      const { memory } = result
      const question = result.question.text
      live.start(
        { runId, epoch: 1, chatId, owner, answerId, idempotencyKey, question, memory, requestId, askedAt },
        stopAsked,
      )
      return { outcome: 'started', runId, chatId, answerId, repeated: false }
    } finally {
      unwatch()
    }
  }

  const repeatedHere = ({ owner, idempotencyKey }: AskRequest): AskOutcome | null => {
    if (idempotencyKey === undefined) return null
    const run = live.find(({ begun }) => begun.idempotencyKey === idempotencyKey && begun.owner === owner)
    if (!run) return null
    const { runId, chatId, answerId } = run.begun
    return { outcome: 'started', runId, chatId, answerId, repeated: true }
  }

  return {
    async ask(request) {
      const repeated = repeatedHere(request)
      if (repeated) return repeated
      if (closed || busy() >= limits.concurrent) return { outcome: 'too_busy' }
      const runId = ids.run()
      return startingAs(runId, start(runId, request))
    },

    accepting: () => !closed,

    active: busy,

    follow,

    async *replay(run, owner, { signal, requestId }) {
      let any = false
      for await (const events of follow(run.runId, { after: 0, signal, requestId })) {
        any = true
        yield events
      }
      if (any || signal.aborted) return
      const answer = await chats.message(run.chatId, owner, run.answerId)
      yield answer?.metadata?.outcome
        ? storedEvents(answer, run.runId, run.chatId)
        : errorEvents('run_interrupted', requestId, 0)
    },

    async resumable(chatId, owner, { after, runId: wanted }) {
      const last = await store.lastRun(chatId, owner)
      if (!last || (wanted !== null && wanted !== last.runId)) return null
      const { runId } = last
      if (!last.active || (await buryDead(runId))) return { runId, ended: true }
      if (after > 0 && (anew.has(runId) || after > (await log.last(runId)))) return null
      return { runId, ended: false }
    },

    async stop(chatId, owner) {
      const asked = await store.askStop(chatId, owner)
      if (!asked) return false
      const { runId } = asked
      const here = live.get(runId)
      here?.end('stopped')
      if (here) await within(here.done, STOP_WAIT_MS, null)
      else
        await stopElsewhere(
          {
            store,
            log,
            lease,
            endClaimed: async (run) => {
              await take(run)
              await within(live.get(runId)?.done ?? Promise.resolve(), STOP_WAIT_MS, null)
            },
          },
          runId,
        )
      return true
    },

    async close(graceMs) {
      closed = true
      const until = performance.now() + graceMs
      await Promise.allSettled(starting.values())
      const left = () => Math.max(0, until - performance.now())
      await within(live.ended(), holder ? Math.max(0, left() - HAND_OVER_MS) : left(), null)
      holding?.stop()
      uncall()
      if (holder) await handOver(store, log, live, holder)
      live.endAll()
      await live.ended()
      await keeper.drain(limits.storeMs)
      if (holder) setTimeout(() => leaving.abort(), LAST_WORDS_MS).unref()
    },
  }
}
