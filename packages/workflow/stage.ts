import type { StreamPart } from '@reviewguide/contracts'
import type { RunState, RunUpdate } from './state.ts'

/** What a stage gets beside the state. */
export interface StageContext {
  /** Ends with the stage's budget, or with the run. */
  signal: AbortSignal
  emit: (part: StreamPart) => void
}

export interface StageResult {
  update: RunUpdate
  /** What was done, in words for people. */
  detail?: string
}

/** One stage of the workflow: reads the state, gives back what it adds. */
export type RunStage = (state: RunState, context: StageContext) => StageResult | Promise<StageResult>
