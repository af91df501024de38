import { AppError } from '@reviewguide/contracts'
import { describe, expect, it } from 'vitest'
import type { Span, Tracer } from './ports/index.ts'
import { runStage, type StagePlan, type StageReport } from './run-stage.ts'
import type { RunState } from './state.ts'

const state = {} as RunState
const never = new AbortController().signal
const forEver = () => new Promise<never>(() => {})

/** Runs a stage, and gives how it was reported and traced. */
async function seen(plan: Partial<StagePlan>, signal = never) {
  const reports: StageReport[] = []
  const spans: unknown[] = []
  let inside = false
  const begin = (name: string): Span => {
    const attributes: Record<string, unknown> = {}
    return {
      within(work) {
        inside = true
        return work()
      },
      set: (more) => void Object.assign(attributes, more),
      end: (errorType) => void spans.push([name, attributes['reviewguide.stage.outcome'], errorType]),
    }
  }
  const tracer: Tracer = { begin, call: () => null }
  const whole: StagePlan = {
    stage: 'search',
    run: () => ({ update: {} }),
    budget: 1000,
    optional: false,
    skip: () => false,
    ...plan,
  }
  const failure = await runStage(
    whole,
    state,
    { emit: () => {}, signal },
    { tracer, onStage: (report) => void reports.push(report) },
  ).then(
    () => null,
    (error: unknown) => error,
  )
  return { reports, spans, inside, failure }
}

describe('a stage', () => {
  it.each([
    ['done', {}, false],
    ['skipped', { skip: () => true }, false],
    ['late', { run: forEver, budget: 1 }, true],
    ['failed', { run: () => Promise.reject(new AppError('internal')) }, true],
    ['late', { run: forEver, budget: 1, optional: true }, false],
    ['failed', { run: () => Promise.reject(new Error('x')), optional: true }, false],
  ] as const)('is told of once, as %s', async (outcome, plan, ends) => {
    const { reports, spans, inside, failure } = await seen(plan)
    expect(reports).toEqual([{ stage: 'search', outcome, ms: expect.any(Number) }])
    const failed = outcome === 'late' || outcome === 'failed'
    expect(spans).toEqual([['stage search', outcome, failed ? outcome : undefined]])
    expect(inside).toBe(outcome !== 'skipped')
    expect(failure !== null).toBe(ends)
  })

  it('that its run outlived is cut short, whatever it did', async () => {
    const { reports, spans } = await seen({ run: forEver }, AbortSignal.abort(new AppError('run_interrupted')))
    expect(reports).toMatchObject([{ outcome: 'cut_short' }])
    expect(spans).toEqual([['stage search', 'cut_short', undefined]])
  })
})
