import { AppError, type RunId } from '@reviewguide/contracts'
import type { ClaimedRun, RunEvent, RunLog } from '../ports/index.ts'
import type { AnswerKeeper } from './answer-keeper.ts'
import type { Ending } from './bounded-workflow.ts'
import { endOf } from './end-of.ts'
import type { BegunRun } from './live-run.ts'
import type { LiveRuns } from './live-runs.ts'
import { createPartFold } from './part-fold.ts'
import type { RunLimits } from './run-limits.ts'

export interface TakeOverDeps {
  log: RunLog
  live: LiveRuns
  keeper: AnswerKeeper
  limits: RunLimits
  onTrouble: (runId: RunId, cause: unknown) => void
}

/**
 * Goes on with a run that was claimed in the store: takes its log over, which shuts its holder before out, and works on it from where its readers
 * are. Resolves when it is under way, or ended where there is nothing to write. True when its log could not be had, so that it begins anew.
 */
export async function takeOver(deps: TakeOverDeps, run: ClaimedRun): Promise<{ anew: boolean }> {
  let events: RunEvent[] = []
  let anew = false
  try {
    events = await deps.log.take(run.runId, run.epoch)
  } catch (cause) {
    // A backend that claimed it after us is ahead.
    if (cause instanceof AppError && cause.code === 'run_interrupted') return { anew }
    deps.onTrouble(run.runId, cause)
    anew = true
  }
  const last = events.at(-1)?.part
  if (last?.type === 'finish' || last?.type === 'error') {
    // Its readers have the end; only the store does not.
    await deps.keeper.keep(storedLate(run, events), deps.limits.storeMs)
  } else {
    deps.live.start({
      ...run,
      question: run.question ?? '',
      before: { events, checkpoint: run.checkpoint, ending: endingOf(run, deps.limits.holders) },
    })
  }
  return { anew }
}

/** How a run ends that is not worked on any more; undefined for one that is. */
function endingOf({ stopAsked, question, epoch }: ClaimedRun, holders: number): Ending | undefined {
  if (stopAsked) return { kind: 'stopped', result: null }
  if (question === null || epoch > holders) return { kind: 'failed', error: new AppError('run_interrupted') }
  return undefined
}

function storedLate(run: ClaimedRun, events: RunEvent[]) {
  const fold = createPartFold()
  for (const { part } of events) fold.add(part)
  const last = events.at(-1)?.part
  const metadata = last?.type === 'finish' ? (last.messageMetadata ?? {}) : {}
  const ending: Ending =
    last?.type === 'finish'
      ? {
          kind: metadata.outcome === 'stopped' ? 'stopped' : 'answered',
          result: { metadata, claims: [], memory: null },
        }
      : { kind: 'failed', error: new AppError('run_interrupted') }
  const begun: Pick<BegunRun, 'runId' | 'epoch'> = run
  return endOf(begun, ending, { createdAt: run.askedAt.toISOString(), parts: fold.parts(), events: events.length - 1 })
}
