import { setTimeout as sleep } from 'node:timers/promises'
import type { RunId } from '@reviewguide/contracts'
import type { ClaimedRun, Lease, RunLog, RunStore } from '../ports/index.ts'

/** How long the holder of a run has to end it before somebody else does: a stop works within a second. */
const HOLDER_MS = 500

/** The same where the holder cannot be told and learns it from the store, which it looks into every second. */
const UNTOLD_MS = 1_500

/** Between two looks into the store. */
const LOOK_MS = 50

export interface StopDeps {
  store: RunStore
  log: RunLog
  lease: Lease
  /** Ends a run that was claimed and is to be stopped. */
  endClaimed: (run: ClaimedRun) => Promise<void>
}

/**
 * Ends a run that some other process works on, or none: tells its holder, and takes it over to end it when that does not do so in time. What was
 * written until then is kept.
 */
export async function stopElsewhere({ store, log, lease, endClaimed }: StopDeps, runId: RunId): Promise<void> {
  const told = await log.requestStop(runId).then(
    () => true,
    () => false,
  )
  const until = performance.now() + (told ? HOLDER_MS : UNTOLD_MS)
  while (performance.now() < until) {
    const standing = await store.standing(runId)
    if (!standing?.active) return
    await sleep(LOOK_MS)
  }
  const claimed = await store.claim(runId, lease)
  if (claimed) await endClaimed({ ...claimed, stopAsked: true })
}
