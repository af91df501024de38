import { AppError, type Stage } from '@reviewguide/contracts'
import type { Tracer } from './ports/index.ts'
import type { RunStage, StageContext } from './stage.ts'
import type { RunState, RunUpdate } from './state.ts'

/** How a stage is run: how long it may take, whether the answer can do without it, and when there is nothing for it to do. */
export interface StagePlan {
  stage: Stage
  run: RunStage
  /** Milliseconds. All budgets together (7.5 s) stay below what a workflow has of the run's ten seconds (8 s), so that the outer limit never fires first. */
  budget: number
  optional: boolean
  skip: (state: RunState) => boolean
}

/**
 * How a stage went. `skipped`: there was nothing for it to do. `late` and `failed` end the run, or where the answer can do without the stage leave it out.
 * `cut_short`: the run ended meanwhile.
 */
export interface StageReport {
  stage: Stage
  outcome: 'done' | 'skipped' | 'late' | 'failed' | 'cut_short'
  ms: number
}

/** Sees the stages of all runs. */
export interface StageWatch {
  /** Each stage is a piece of work of its run. */
  tracer?: Tracer
  /** Told of each stage that is over. */
  onStage?: (report: StageReport) => void
}

/**
 * Runs one stage within its budget and says so on the stream. A stage that the answer can do without is left out with a notice when it fails or is late;
 * any other ends the run with `run_timeout` or with its own error.
 */
export async function runStage(
  { stage, run, budget, optional, skip }: StagePlan,
  state: RunState,
  outer: StageContext,
  { tracer, onStage }: StageWatch = {},
): Promise<RunUpdate> {
  const { emit } = outer
  const span = tracer?.begin(`stage ${stage}`, { 'reviewguide.stage': stage })
  const started = performance.now()
  const over = (outcome: StageReport['outcome']): number => {
    const ms = Math.round((performance.now() - started) * 10) / 10
    onStage?.({ stage, outcome, ms })
    span?.set({ 'reviewguide.stage.outcome': outcome })
    span?.end(outcome === 'late' || outcome === 'failed' ? outcome : undefined)
    return ms
  }
  if (skip(state)) {
    over('skipped')
    emit({ type: 'data-stage', transient: true, data: { stage, status: 'skipped' } })
    return {}
  }
  emit({ type: 'data-stage', transient: true, data: { stage, status: 'running' } })
  const deadline = AbortSignal.timeout(budget)
  const signal = AbortSignal.any([outer.signal, deadline])
  try {
    const work = async () => run(state, { emit, signal })
    const { update, detail } = await abortable(signal, () => (span ? span.within(work) : work()))
    const ms = over('done')
    emit({ type: 'data-stage', transient: true, data: { stage, status: 'done', ms, ...(detail ? { detail } : {}) } })
    return update
  } catch (cause) {
    const late = deadline.aborted
    over(outer.signal.aborted ? 'cut_short' : late ? 'late' : 'failed')
    if (outer.signal.aborted) throw outer.signal.reason
    if (!optional) throw late ? new AppError('run_timeout', { cause }) : cause
    emit({ type: 'data-stage', transient: true, data: { stage, status: 'skipped' } })
    const text = late
      ? 'A part of the answer took too long and was left out.'
      : 'A part of the answer failed and was left out.'
    return { notices: [{ code: late ? 'stage_late' : 'stage_failed', text }] }
  }
}

/** Rejects as soon as the signal aborts, also when the work does not listen to it. */
async function abortable<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted()
  const { promise, reject } = Promise.withResolvers<never>()
  const onAbort = () => reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([work(), promise])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
