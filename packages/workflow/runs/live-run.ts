import {
  AppError,
  type ChatId,
  type MessageId,
  type MessageMetadata,
  type OwnerId,
  type RunId,
} from '@reviewguide/contracts'
import type { Clock, EndRun, RunLog, TurnMemory } from '../ports/index.ts'
import type { Workflow } from '../workflow.ts'
import type { AnswerKeeper } from './answer-keeper.ts'
import { type BoundedWorkflow, type Ending, type EndReason, runBounded } from './bounded-workflow.ts'
import { errorEvents } from './error-events.ts'
import { createEventWriter, type EventWriter } from './event-writer.ts'
import { createPartFold } from './part-fold.ts'
import { type RunLimits, workflowMs } from './run-limits.ts'
import type { RunReport } from './runs.ts'

/** A run that has been begun in the store. */
export interface BegunRun {
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
}

export interface LiveRunDeps {
  workflow: Workflow
  log: RunLog
  clock: Clock
  keeper: AnswerKeeper
  limits: RunLimits
  onEnded: (report: RunReport) => void
  onLogFailure: (runId: RunId, cause: unknown) => void
}

export interface LiveRun {
  begun: BegunRun
  end(reason: EndReason): void
  /** Resolves when the last part is in the log and the end is stored or being retried. Never rejects. */
  done: Promise<void>
}

/** Starts the workflow for a begun run and frames what it emits by the stream's rules: `start`, `data-run`, one step, then `finish` or the error. */
export function startLiveRun(begun: BegunRun, deps: LiveRunDeps): LiveRun {
  const { runId, chatId, answerId } = begun
  const writer = createEventWriter(deps.log, runId, (cause) => deps.onLogFailure(runId, cause))
  const fold = createPartFold()
  const createdAt = begun.askedAt.toISOString()
  const take: EventWriter['send'] = (...parts) => {
    for (const part of parts) fold.add(part)
    writer.send(...parts)
  }

  take(
    { type: 'start', messageId: answerId, messageMetadata: { createdAt } },
    { type: 'data-run', data: { runId, chatId } },
    { type: 'start-step' },
  )

  const spent = deps.clock.now().getTime() - begun.askedAt.getTime()
  const bounded: BoundedWorkflow = runBounded(
    deps.workflow,
    { runId, chatId, messageId: answerId, question: begun.question, memory: begun.memory },
    { ms: workflowMs(deps.limits, spent), unwindMs: deps.limits.unwindMs, maxParts: deps.limits.events, take },
  )

  const conclude = async () => {
    const ending = await bounded.ending
    take(...fold.closing())
    const end = endOf(runId, ending, createdAt, fold.parts())
    // Stored before the last part goes out: who reloads on seeing `finish` finds the whole answer.
    const kept = await deps.keeper.keep(end, deps.limits.storeMs)
    const error = ending.kind === 'failed' ? ending.error : kept ? null : new AppError('database_unavailable')
    if (error) {
      take(...errorEvents(error.code, begun.requestId, writer.count()).map(({ part }) => part))
    } else {
      take({ type: 'finish', messageMetadata: end.metadata })
    }
    await writer.flushed()
    deps.onEnded({
      runId,
      chatId,
      requestId: begun.requestId,
      outcome: error ? 'failed' : (end.metadata.outcome ?? 'answered'),
      ...(error && { errorCode: error.code, cause: error.cause }),
      events: writer.count(),
      ms: deps.clock.now().getTime() - begun.askedAt.getTime(),
    })
  }

  return { begun, end: bounded.end, done: conclude() }
}

function endOf(runId: RunId, ending: Ending, createdAt: string, parts: EndRun['parts']): EndRun {
  const result = ending.kind === 'failed' ? null : ending.result
  const metadata: MessageMetadata = {
    createdAt,
    ...result?.metadata,
    ...(ending.kind === 'stopped' && { outcome: 'stopped' }),
  }
  // A run that failed before it said anything leaves its question unanswered, not an empty answer.
  const empty = ending.kind === 'failed' && parts.every(({ type }) => type === 'data-run' || type === 'step-start')
  return {
    runId,
    status: ending.kind === 'answered' ? 'finished' : ending.kind,
    parts: empty ? [] : parts,
    metadata,
    claims: result?.claims ?? [],
    memory: result?.memory ?? null,
    ...(ending.kind === 'failed' && { errorCode: ending.error.code }),
  }
}
