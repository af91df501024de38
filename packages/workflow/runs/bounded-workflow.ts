import { AppError, StreamPart } from '@reviewguide/contracts'
import type { RunInput, RunResult, Workflow } from '../workflow.ts'

/** Why a run ends before its workflow is through. */
export type EndReason = 'stopped' | 'run_timeout' | 'run_interrupted'

export type Ending =
  | { kind: 'answered'; result: RunResult }
  /** `result` is null when the workflow did not hand back what it had. */
  | { kind: 'stopped'; result: RunResult | null }
  | { kind: 'failed'; error: AppError }

export interface BoundedWorkflow {
  /** How it ended. Never rejects, and resolves within the time given plus `unwindMs` whatever the workflow does. */
  ending: Promise<Ending>
  /** Ends it early; the first reason stands. */
  end(reason: EndReason): void
}

/** Parts that frame a run: they are the run's, not the workflow's, to send. */
const framing = new Set(['start', 'start-step', 'finish-step', 'finish', 'error', 'data-run', 'data-error'])

/**
 * Runs the workflow within `ms`. Then, or on `end`, its signal fires; a workflow that has not returned `unwindMs` later is left behind, and
 * what it still emits goes nowhere.
 */
export function runBounded(
  workflow: Workflow,
  input: RunInput,
  {
    ms,
    unwindMs,
    maxParts,
    take,
    keep,
  }: {
    ms: number
    unwindMs: number
    maxParts: number
    take: (part: StreamPart) => void
    keep: (checkpoint: unknown) => void
  },
): BoundedWorkflow {
  const abort = new AbortController()
  let reason: EndReason | null = null
  let settled = false
  let emitted = 0
  let abandon: (ending: Ending) => void = () => {}
  let unwinding: NodeJS.Timeout | undefined
  const abandoned = new Promise<Ending>((resolve) => {
    abandon = resolve
  })

  const cutShort = (why: EndReason, result: RunResult | null): Ending =>
    why === 'stopped' ? { kind: 'stopped', result } : { kind: 'failed', error: new AppError(why) }

  const end = (why: EndReason) => {
    if (reason !== null || settled) return
    reason = why
    unwinding = setTimeout(() => abandon(cutShort(why, null)), unwindMs)
    abort.abort(new AppError(why === 'stopped' ? 'run_interrupted' : why))
  }
  const overtime = setTimeout(() => end('run_timeout'), ms)

  const emit = (part: StreamPart) => {
    // After a stop nothing more is shown, also of a workflow that goes on writing.
    if (settled || reason === 'stopped') return
    emitted += 1
    if (emitted > maxParts) throw new AppError('internal', { cause: new Error(`more than ${maxParts} parts`) })
    if (framing.has(part.type))
      throw new AppError('internal', { cause: new Error(`a workflow may not emit ${part.type}`) })
    take(StreamPart.parse(part))
  }

  const work = async (): Promise<Ending> => {
    try {
      const result = await workflow.run(input, { emit, keep, signal: abort.signal })
      return reason === 'stopped' ? cutShort(reason, result) : { kind: 'answered', result }
    } catch (cause) {
      if (reason !== null) return cutShort(reason, null)
      return { kind: 'failed', error: cause instanceof AppError ? cause : new AppError('internal', { cause }) }
    }
  }

  const ending = Promise.race([work(), abandoned]).finally(() => {
    settled = true
    clearTimeout(overtime)
    clearTimeout(unwinding)
  })
  return { ending, end }
}
