import type { StreamPart } from '@reviewguide/contracts'
import type { Catalogue } from './ports/index.ts'
import type { RunState } from './state.ts'

/** All that compose and suggest need, and what was sent before them: enough to write the same answer in another process. A JSON value. */
export interface Checkpoint {
  state: Omit<RunState, 'vocabulary' | 'answer'>
  parts: StreamPart[]
}

/**
 * Stages that took less than this, in milliseconds, are run again by whoever takes a run over: that costs its readers no more than they waited before.
 * Writing a checkpoint costs each answer some ten milliseconds, and keyless stages take some fifty.
 */
export const COSTLY_MS = 1_000

/** The state before compose. The vocabulary is left out: every process has it, and it is the largest part. */
export function checkpointOf({ vocabulary: _, answer: __, ...state }: RunState, parts: StreamPart[]): Checkpoint {
  return { state, parts }
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
