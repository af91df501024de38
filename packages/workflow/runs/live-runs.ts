import type { RunId } from '@reviewguide/contracts'
import type { HeldRun, Hold, RunLog } from '../ports/index.ts'
import { type BegunRun, type LiveRun, type LiveRunDeps, startLiveRun } from './live-run.ts'
import { traceRun } from './trace-run.ts'

/** The runs that this process works on. */
export interface LiveRuns {
  get(runId: RunId): LiveRun | undefined
  find(which: (run: LiveRun) => boolean): LiveRun | undefined
  count(): number
  held(): HeldRun[]
  /** Works on a run. `stopAsked` ends it at once. */
  start(begun: BegunRun, stopAsked?: boolean): LiveRun
  /** Does what a look into the store asks for. */
  heed(run: HeldRun, hold: Hold): void
  endAll(): void
  /** Resolves when none is left. */
  ended(): Promise<void>
}

export function createLiveRuns(deps: LiveRunDeps, log: RunLog): LiveRuns {
  const live = new Map<RunId, LiveRun>()

  const start: LiveRuns['start'] = (begun, stopAsked = false) => {
    const { runId } = begun
    // A process that slept over its lease may take its own run over.
    live.get(runId)?.lose()
    const run = traceRun(deps.tracer, begun, deps, startLiveRun)
    live.set(runId, run)
    const unwatch = log.watchStop(runId, () => run.end('stopped'))
    if (stopAsked) run.end('stopped')
    void run.done.finally(() => {
      unwatch()
      if (live.get(runId) === run) live.delete(runId)
    })
    return run
  }

  return {
    get: (runId) => live.get(runId),
    find: (which) => [...live.values()].find(which),
    count: () => live.size,
    held: () => [...live.values()].map(({ begun: { runId, epoch } }) => ({ runId, epoch })),
    start,
    heed({ runId, epoch }, hold) {
      const run = live.get(runId)
      if (!run || run.begun.epoch !== epoch) return
      if (hold === 'lost') run.lose()
      // A deleted chat took its run along: nobody wants the rest.
      if (hold === 'stop_asked' || hold === 'gone') run.end('stopped')
    },
    endAll() {
      for (const run of live.values()) run.end('run_interrupted')
    },
    async ended() {
      await Promise.all([...live.values()].map(({ done }) => done))
    },
  }
}
