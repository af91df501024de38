import type { StreamPart } from '@reviewguide/contracts'
import type { Catalogue } from './ports/index.ts'
import type { RunState } from './state.ts'

/** What was looked up for an answer, and what was sent until then: enough to rank and write it in another process. A JSON value. */
export interface Checkpoint {
  state: Omit<RunState, 'vocabulary' | Made>
  parts: StreamPart[]
}

/** What rank and compose make of it. Made anew rather than kept: it shares objects with what it is made of, which JSON would tear apart. */
type Made = 'ranked' | 'tooFew' | 'answer'

/**
 * Stages that took less than this, in milliseconds, are run again by whoever takes a run over: that costs its readers no more than they waited before.
 * Writing a checkpoint costs each answer some ten milliseconds, and keyless stages take some fifty.
 */
export const COSTLY_MS = 1_000

/** The state before rank. The vocabulary is left out: every process has it. */
export function checkpointOf(state: RunState, parts: StreamPart[]): Checkpoint {
  const { vocabulary: _vocabulary, ranked: _ranked, tooFew: _tooFew, answer: _answer, ...rest } = state
  return { state: rest, parts }
}

/** The state to go on from. A value of an older form, or none, gives null. */
export async function restore(
  checkpoint: unknown,
  catalogue: Catalogue,
  signal: AbortSignal,
): Promise<{ state: Partial<RunState>; parts: StreamPart[] } | null> {
  if (!isCheckpoint(checkpoint)) return null
  return {
    state: { ...checkpoint.state, vocabulary: await catalogue.vocabulary(signal) },
    parts: checkpoint.parts,
  }
}

function isCheckpoint(value: unknown): value is Checkpoint {
  return typeof value === 'object' && value !== null && 'state' in value && 'parts' in value
}
