import {
  AppError,
  type ChatId,
  type ErrorCode,
  type MessageId,
  type OwnerId,
  type RunId,
  type StreamPart,
} from '@reviewguide/contracts'
import type { Clock, HeldRun, RunEvent, RunLog, Tracer, TurnMemory } from '../ports/index.ts'
import type { Workflow } from '../workflow.ts'
import type { AnswerKeeper } from './answer-keeper.ts'
import { type BoundedWorkflow, type Ending, type EndReason, runBounded } from './bounded-workflow.ts'
import { type Continuation, continueAnswer } from './continue-answer.ts'
import { endOf } from './end-of.ts'
import { errorEvents } from './error-events.ts'
import { createEventWriter } from './event-writer.ts'
import { createPartFold } from './part-fold.ts'
import { type RunLimits, workflowMs } from './run-limits.ts'
import type { RunReport } from './runs.ts'

/** A run that has been begun in the store. */
export interface BegunRun extends HeldRun {
  runId: RunId
  chatId: ChatId
  owner: OwnerId
  answerId: MessageId
  idempotencyKey: string | undefined
  question: string
  memory: TurnMemory[]
  requestId: string
  /** When the question arrived. */
  askedAt: Date
  /** Where another process was with it; nothing for a run that begins. */
  before?: {
    /** All events that it sent. */
    events: RunEvent[]
    checkpoint: unknown
    /** How it ends at once, when there is nothing more to write. */
    ending?: Ending
  }
}

export interface LiveRunDeps {
  workflow: Workflow
  log: RunLog
  clock: Clock
  keeper: AnswerKeeper
  limits: RunLimits
  /** Keeps the workflow's checkpoint for whoever takes the run over. */
  onCheckpoint: (run: HeldRun, checkpoint: unknown) => void
  onEnded: (report: RunReport) => void
  onLogFailure: (runId: RunId, cause: unknown) => void
  tracer?: Tracer
}

export interface LiveRun {
  begun: BegunRun
  end(reason: EndReason): void
  /** Another backend has the run now: nothing more is written here, neither to the log nor to the store. */
  lose(): void
  /** Resolves when the last part is in the log and the end is stored or being retried, or when the run was lost. Never rejects. */
  done: Promise<void>
}

const notResumable: StreamPart = {
  type: 'data-notice',
  id: 'not-resumable',
  data: {
    code: 'not_resumable',
    text: 'Should the connection break now, this answer cannot be picked up where it was; it will be there once it is finished.',
  },
}

/**
 * Starts the workflow for a begun run, or goes on with one that another process began, and frames what it emits by the stream's rules: `start`,
 * `data-run`, one step, then `finish` or the error.
 */
export function startLiveRun(begun: BegunRun, deps: LiveRunDeps): LiveRun {
  const { runId, chatId, answerId, before } = begun
  const logged = before?.events.map(({ part }) => part) ?? []
  const fold = createPartFold()
  const createdAt = begun.askedAt.toISOString()
  let lost = false
  let ended = false
  let alone = false

  const writer = createEventWriter(deps.log, begun, {
    after: logged.length,
    onAppended(appended) {
      if (appended === 'fenced') lose()
      if (appended !== 'here' || alone) return
      alone = true
      if (!ended) take(notResumable)
    },
    onFailure: (cause) => deps.onLogFailure(runId, cause),
  })
  const take = (...parts: StreamPart[]) => {
    for (const part of parts) fold.add(part)
    writer.send(...parts)
  }

  for (const part of logged) fold.add(part)
  const head: StreamPart[] = [
    { type: 'start', messageId: answerId, messageMetadata: { createdAt } },
    { type: 'data-run', data: { runId, chatId } },
    { type: 'start-step' },
  ]
  take(...head.slice(logged.length))

  const continuation: Continuation | null = logged.length > 0 ? continueAnswer(logged) : null
  const spent = deps.clock.now().getTime() - begun.askedAt.getTime()
  const bounded: BoundedWorkflow = before?.ending
    ? { ending: Promise.resolve(before.ending), end: () => {} }
    : runBounded(
        deps.workflow,
        {
          runId,
          chatId,
          messageId: answerId,
          question: begun.question,
          memory: begun.memory,
          checkpoint: before?.checkpoint,
        },
        {
          ms: workflowMs(deps.limits, spent, before !== undefined),
          unwindMs: deps.limits.unwindMs,
          maxParts: deps.limits.events,
          take: (part) => (continuation ? take(...continuation.next(part)) : take(part)),
          keep: (checkpoint) => deps.onCheckpoint(begun, checkpoint),
        },
      )

  function lose(): void {
    if (lost || ended) return
    lost = true
    writer.close()
    deps.log.release(runId, begun.epoch)
    bounded.end('run_interrupted')
  }

  const conclude = async (): Promise<RunOutcome> => {
    const ending = await bounded.ending
    if (lost) return { outcome: 'handed over' }
    // A whole answer ends where it was made to end; one that was cut short keeps what was sent, by whoever.
    if (continuation && ending.kind === 'answered') take(...continuation.end())
    take(...fold.closing())
    // All but the last part is in the log before the end is stored: whoever reads a run that was ended there needs nothing but its last part.
    await writer.flushed()
    if (lost) return { outcome: 'handed over' }
    const end = endOf(begun, ending, { createdAt, parts: fold.parts(), events: writer.count() })
    // Stored before the last part goes out: who reloads on seeing `finish` finds the whole answer.
    const kept = await deps.keeper.keep(end, deps.limits.storeMs)
    if (kept === 'lost') {
      lose()
      return { outcome: 'handed over' }
    }
    ended = true
    const error =
      ending.kind === 'failed' ? ending.error : kept === 'late' ? new AppError('database_unavailable') : null
    if (error) take(...errorEvents(error.code, begun.requestId, writer.count()).map(({ part }) => part))
    else take({ type: 'finish', messageMetadata: end.metadata })
    await writer.flushed()
    return error
      ? { outcome: 'failed', errorCode: error.code, cause: error.cause }
      : { outcome: end.metadata.outcome ?? 'answered' }
  }

  const done = conclude().then((outcome) =>
    deps.onEnded({
      runId,
      chatId,
      requestId: begun.requestId,
      ...outcome,
      events: writer.count(),
      ms: deps.clock.now().getTime() - begun.askedAt.getTime(),
    }),
  )
  return { begun, end: bounded.end, lose, done }
}

interface RunOutcome {
  outcome: string
  errorCode?: ErrorCode
  cause?: unknown
}
