import { Gauge, type Registry } from 'prom-client'

/** Connections of a pool, as `pg` counts them. */
interface PoolCounts {
  totalCount: number
  idleCount: number
  waitingCount: number
}

/** Where work waits its turn. */
export interface QueueWatched {
  runs: { active: () => number; most: number }
  pools: Record<string, PoolCounts>
}

/** What is not counted as it happens but read at the moment when somebody asks. */
export function registerQueueGauges(registry: Registry, { runs, pools }: QueueWatched): void {
  const gauge = <L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[],
    read: (set: Gauge<L>['set']) => void,
  ) => {
    registry.registerMetric(
      new Gauge<L>({
        name,
        help,
        labelNames,
        registers: [],
        collect() {
          read(this.set.bind(this))
        },
      }),
    )
  }

  gauge('reviewguide_runs_active', 'Runs that this process works on or begins.', [], (set) => set(runs.active()))
  gauge('reviewguide_runs_active_most', 'Runs that this process works on at once at most.', [], (set) => set(runs.most))
  gauge(
    'reviewguide_database_connections',
    'Connections to PostgreSQL, by pool (main, replica, accounts, leases) and state: in_use or idle.',
    ['pool', 'state'],
    (set) => {
      for (const [pool, { totalCount, idleCount }] of Object.entries(pools)) {
        set({ pool, state: 'in_use' }, totalCount - idleCount)
        set({ pool, state: 'idle' }, idleCount)
      }
    },
  )
  gauge('reviewguide_database_waiting', 'Queries that wait for a connection, by pool.', ['pool'], (set) => {
    for (const [pool, { waitingCount }] of Object.entries(pools)) set({ pool }, waitingCount)
  })
}
