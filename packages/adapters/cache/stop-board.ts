import type { RunId } from '@reviewguide/contracts'

export interface StopBoard {
  /** Calls the watchers of the run, once; false when it has none. */
  ask(runId: RunId): boolean
  watch(runId: RunId, onStop: () => void): () => void
}

/** Who in this process wants to know when a run shall stop. */
export function createStopBoard(): StopBoard {
  const watchers = new Map<RunId, Set<() => void>>()
  return {
    ask(runId) {
      const calls = watchers.get(runId)
      watchers.delete(runId)
      for (const call of calls ?? []) call()
      return calls !== undefined
    },
    watch(runId, onStop) {
      const calls = watchers.get(runId) ?? new Set()
      watchers.set(runId, calls.add(onStop))
      return () => {
        calls.delete(onStop)
        if (calls.size === 0 && watchers.get(runId) === calls) watchers.delete(runId)
      }
    },
  }
}
