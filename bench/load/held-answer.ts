import type { StreamPart } from '@reviewguide/contracts'
import { scriptedParts } from '../stream/scripted-parts.ts'

/** A question whose answer is not ended before its backend is told to; any other is answered at once. */
export const WAITS = 'wait until you are told to end'

/** Longest that a held run lasts, in ms: what nobody ends, ends by itself. */
export const HELD_MS = 120_000

/** Between two runs of a backend that end, in ms: answers end one after another, and what all of them at once would ask of Postgres is not what is measured. */
export const ENDING_MS = 40

/** Most runs of one backend: half of its streams, and those that it may have to take over. */
export const HELD_RUNS = 600

/** What is said before the wait: the stages, the evidence and three pieces of text of the usual answer. */
export const openingParts: StreamPart[] = (() => {
  const parts = scriptedParts()
  return parts.slice(0, parts.findIndex(({ type }) => type === 'text-delta') + 3)
})()
