import type { RunId } from '@reviewguide/contracts'
import type { BeginRun, Cache, ChatStore, Clock, RunLog } from '../ports/index.ts'
import type { Workflow } from '../workflow.ts'
import { createAnswerKeeper } from './answer-keeper.ts'
import { createRunBeginning } from './begin-run.ts'
import { errorEvents } from './error-events.ts'
import { followRun } from './follow-run.ts'
import { type LiveRun, startLiveRun } from './live-run.ts'
import { keylessLimits, type RunLimits } from './run-limits.ts'
import { createRunSigns } from './run-signs.ts'
import type { AskOutcome, AskRequest, RunIds, RunReport, Runs } from './runs.ts'
import { storedEvents } from './stored-events.ts'
import { within } from './within.ts'

export interface RunsDeps {
  workflow: Workflow
  chats: ChatStore
  log: RunLog
  cache: Cache
  clock: Clock
  ids: RunIds
  limits?: RunLimits
  /** Told of every run that ended. */
  onEnded?: (report: RunReport) => void
  /** Told of what went wrong beside a run: its log, or storing its end. */
  onTrouble?: (trouble: { runId: RunId; what: 'log' | 'store'; cause: unknown }) => void
}

/** How long a stop waits for the run to end; a workflow has less than that to obey its signal. */
const STOP_WAIT_MS = 2_000

/** A reader gives a run up after this much silence beyond the run's own bound: its process has died. */
const SILENCE_MARGIN_MS = 5_000

/** Starts, follows and ends runs. */
export function createRuns(deps: RunsDeps): Runs {
  const { chats, log, clock, ids, limits = keylessLimits } = deps
  const live = new Map<RunId, LiveRun>()
  const starting = new Set<Promise<AskOutcome>>()
  let closed = false
  const signs = createRunSigns(deps.cache, limits.totalMs + 30_000)
  const keeper = createAnswerKeeper(chats, ({ runId }, cause) => deps.onTrouble?.({ runId, what: 'store', cause }))
  const beginning = createRunBeginning({
    chats,
    keeper,
    signs,
    isLive: (runId) => live.has(runId),
    boundMs: limits.beginMs,
  })
  const runDeps = {
    workflow: deps.workflow,
    log,
    clock,
    keeper,
    limits,
    onEnded: (report: RunReport) => deps.onEnded?.(report),
    onLogFailure: (runId: RunId, cause: unknown) => deps.onTrouble?.({ runId, what: 'log', cause }),
  }

  const follow: Runs['follow'] = (runId, from) => followRun(log, runId, from, limits.totalMs + SILENCE_MARGIN_MS)

  const start = async ({ ask, owner, idempotencyKey, requestId }: AskRequest): Promise<AskOutcome> => {
    const askedAt = clock.now()
    const run: BeginRun = {
      runId: ids.run(),
      chatId: ask.chatId ?? ids.chat(),
      mayCreate: ask.mayCreate,
      owner,
      question: { messageId: ids.message(), text: ask.message, clientId: ask.clientId },
      edits: ask.edits,
      regenerates: ask.regenerates,
      answerId: ids.message(),
      idempotencyKey,
    }
    const { runId, chatId, answerId } = run
    await signs.mark(runId)
    // Watched before the store knows of the run: a stop can be asked for from then on.
    let stopAsked = false
    const unwatch = log.watchStop(runId, () => {
      stopAsked = true
      live.get(runId)?.end('stopped')
    })
    try {
      const result = await beginning.begin(run)
      if (result.outcome === 'repeated') return { ...result, outcome: 'started', repeated: true }
      if (result.outcome !== 'begun') return result
      const begun = {
        runId,
        chatId,
        owner,
        answerId,
        idempotencyKey,
        question: result.question.text,
        memory: result.memory,
        requestId,
        askedAt,
      }
      const started = startLiveRun(begun, runDeps)
      live.set(runId, started)
      void signs.note(runId, chatId, owner)
      if (stopAsked) started.end('stopped')
      void started.done.finally(() => {
        unwatch()
        live.delete(runId)
      })
      return { outcome: 'started', runId, chatId, answerId, repeated: false }
    } finally {
      if (!live.has(runId)) unwatch()
    }
  }

  const repeatedHere = ({ owner, idempotencyKey }: AskRequest): AskOutcome | null => {
    if (idempotencyKey === undefined) return null
    const run = [...live.values()].find(({ begun }) => begun.idempotencyKey === idempotencyKey && begun.owner === owner)
    if (!run) return null
    const { runId, chatId, answerId } = run.begun
    return { outcome: 'started', runId, chatId, answerId, repeated: true }
  }

  return {
    async ask(request) {
      const repeated = repeatedHere(request)
      if (repeated) return repeated
      // Counted before anything is awaited: questions that arrive together must not pass the limit together.
      if (closed || live.size + starting.size >= limits.concurrent) return { outcome: 'too_busy' }
      const started = start(request)
      starting.add(started)
      return started.finally(() => starting.delete(started))
    },

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

    async resumable(chatId, owner) {
      const active = await chats.activeRun(chatId, owner)
      if (active && !(await beginning.buryDead(active))) return { runId: active.runId, ended: false }
      const last = await signs.last(chatId, owner)
      return last === null ? null : { runId: last, ended: true }
    },

    async stop(chatId, owner) {
      const active = await chats.activeRun(chatId, owner)
      if (!active) return false
      const here = live.get(active.runId)
      here?.end('stopped')
      if (here) await within(here.done, STOP_WAIT_MS, null)
      else await stopElsewhere(log, active.runId)
      return true
    },

    async close(graceMs) {
      closed = true
      await Promise.allSettled(starting)
      const all = () => Promise.all([...live.values()].map((run) => run.done))
      await within(all(), graceMs, null)
      for (const run of live.values()) run.end('run_interrupted')
      await all()
      await keeper.drain(limits.storeMs)
    },
  }
}

async function stopElsewhere(log: RunLog, runId: RunId): Promise<void> {
  await log.requestStop(runId)
  for await (const _ of log.read(runId, 0, AbortSignal.timeout(STOP_WAIT_MS))) {
    // Read to its end: what was written is stored by then.
  }
}
