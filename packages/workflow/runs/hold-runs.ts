import type { ClaimedRun, HeldRun, Hold, Lease, RunStore } from '../ports/index.ts'

export interface RunHolding {
  /** Times, in milliseconds. */
  times: HoldTimes
  lease: Lease
  /** Takes over at once what is free to be taken. */
  look(): void
  /** Ends both: nothing is held or taken any more. */
  stop(): void
}

export interface HoldTimes {
  /** How long a run stays its holder's without a sign. Shorter, and a process that pauses (garbage, a busy machine) loses runs that it could end; longer, and readers of a dead one wait. */
  leaseMs: number
  /** Between two signs. Two may be late before a lease is over. */
  renewMs: number
  /** Between two looks for runs to take over; up to half as much again, so that backends do not look in step. */
  lookMs: number
}

export const usualHoldTimes: HoldTimes = { leaseMs: 3_000, renewMs: 1_000, lookMs: 500 }

export interface HoldingDeps {
  store: RunStore
  holder: string
  times: HoldTimes
  /** The runs of this process. */
  held: () => HeldRun[]
  /** How many more it can take. */
  room: () => number
  onHold: (run: HeldRun, hold: Hold) => void
  onClaimed: (run: ClaimedRun) => void
}

/** Holds the runs of this process in the store while it lives, and takes over those of processes that do not. */
export function holdRuns({ store, holder, times, held, room, onHold, onClaimed }: HoldingDeps): RunHolding {
  const lease: Lease = { holder, ms: times.leaseMs }
  let renewedAt = performance.now()
  let stopped = false
  let looking = false
  let again = false
  /** While the store was away nobody could hold on to anything: everybody first gets the time to. */
  let patientUntil = 0
  let renewing: NodeJS.Timeout | undefined
  let nextLook: NodeJS.Timeout | undefined

  const renewNow = async () => {
    const runs = held()
    if (runs.length > 0) {
      const holds = await store.renew(runs, lease)
      for (const [at, run] of runs.entries()) onHold(run, holds[at] ?? 'gone')
    }
    renewedAt = performance.now()
  }

  const renew = async () => {
    await renewNow().catch(() => {
      patientUntil = performance.now() + times.leaseMs
    })
    if (!stopped) renewing = setTimeout(renew, times.renewMs).unref()
  }

  const look = async () => {
    if (looking) {
      again = true
      return
    }
    looking = true
    clearTimeout(nextLook)
    try {
      do {
        again = false
        // A process that slept says first which runs are its own.
        if (performance.now() - renewedAt > 2 * times.renewMs) await renewNow()
        const most = room()
        if (most > 0 && performance.now() >= patientUntil)
          for (const run of await store.claimExpired(lease, most)) onClaimed(run)
      } while (again && !stopped)
    } catch {
      patientUntil = performance.now() + times.leaseMs
    }
    looking = false
    if (!stopped) nextLook = setTimeout(look, times.lookMs * (1 + Math.random() / 2)).unref()
  }

  renewing = setTimeout(renew, times.renewMs).unref()
  nextLook = setTimeout(look, times.lookMs).unref()
  return {
    times,
    lease,
    look: () => void look(),
    stop() {
      stopped = true
      clearTimeout(renewing)
      clearTimeout(nextLook)
    },
  }
}
