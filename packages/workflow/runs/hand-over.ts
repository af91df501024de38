import { setTimeout as sleep } from 'node:timers/promises'
import type { RunLog, RunStore } from '../ports/index.ts'
import type { LiveRuns } from './live-runs.ts'
import { within } from './within.ts'

/** How long a process that goes waits for others to take its runs. They are called, and look every half second besides. */
export const HAND_OVER_MS = 1_000

/** Between two looks at who has taken what. */
const LOOK_MS = 50

/**
 * Frees the runs of this process for others to take, and lets go of each that was taken. The work goes on meanwhile: what nobody takes is still ours
 * afterwards. Resolves when none is left, or after `HAND_OVER_MS`.
 */
export async function handOver(store: RunStore, log: RunLog, live: LiveRuns, holder: string): Promise<void> {
  const until = performance.now() + HAND_OVER_MS
  let called = false
  while (live.count() > 0 && performance.now() < until) {
    try {
      const runs = live.held()
      const holds = await within(store.renew(runs, { holder, ms: 0 }), until - performance.now(), null)
      if (!holds) return
      for (const [at, run] of runs.entries()) live.heed(run, holds[at] ?? 'gone')
      if (!called) void log.callTakers()
      called = true
    } catch {
      // Without the store nobody can take anything.
    }
    await sleep(LOOK_MS)
  }
}
