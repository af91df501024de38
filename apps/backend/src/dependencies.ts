import { randomUUID } from 'node:crypto'
import { connectRedis, createInProcessRunLog, createRedisRunLog } from '@reviewguide/adapters/cache'
import {
  createDatabase,
  createPool,
  createPostgresCatalogue,
  createPostgresCatalogueReader,
  createPostgresChatStore,
  createPostgresEvidenceSource,
  createPostgresItemSearch,
  createPostgresRunStore,
  databaseError,
  migrateToLatest,
} from '@reviewguide/adapters/postgres'
import { confidenceOf, RATING_PRIOR_STRENGTH, scoreItem, unjudgedSignals } from '@reviewguide/opinions'
import { createWorkflow, type Workflow, type WorkflowPorts } from '@reviewguide/workflow'
import type { RunStore } from '@reviewguide/workflow/ports'
import { createRuns } from '@reviewguide/workflow/runs'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { AppDeps } from './http/app-deps.ts'
import { createGuests } from './http/guest.ts'
import { ids } from './ids.ts'
import { reportRun, reportTrouble } from './run-reports.ts'

export interface Dependencies extends AppDeps {
  /** Brings the schema up to date and ends the runs that a process before us left active. Throws `database_unavailable`. */
  prepareDatabase(): Promise<void>
  /** Lets go of the database and the cache, once nothing uses them. */
  close(): Promise<void>
}

/** Wires adapters to ports; the only place that knows both. `makeWorkflow` is another one where something else than answers is measured or tested. */
export async function createDependencies(
  config: Config,
  logger: Logger,
  makeWorkflow: (ports: WorkflowPorts) => Workflow = createWorkflow,
): Promise<Dependencies> {
  const pool = createPool(config.databaseUrl, { max: 20, applicationName: 'reviewguide-backend' })
  const db = createDatabase(pool)
  const chats = createPostgresChatStore({ db })
  const redis = config.redisUrl
    ? await connectRedis(config.redisUrl, (cause) => logger.error({ err: cause }, 'the cache cannot be reached'))
    : null
  const log = redis
    ? createRedisRunLog({ redis, onTrouble: (cause) => logger.error({ err: cause }, 'live events cannot be shared') })
    : createInProcessRunLog()

  const workflow = makeWorkflow({
    catalogue: createPostgresCatalogue({ db }),
    search: createPostgresItemSearch({ db }),
    evidence: createPostgresEvidenceSource({ db }),
    // The sentence is made of reviews' words, which may name people: the problems alone are logged.
    onUnsupported: (_sentence, problems) => logger.warn({ problems }, 'a sentence did not hold and was left out'),
  })
  // Connections of their own: whoever cannot renew in time, because all others are in use, loses its runs.
  const leasePool = redis && createPool(config.databaseUrl, { max: 2, applicationName: 'reviewguide-leases' })
  const store = createPostgresRunStore({ db })
  const leases: Pick<RunStore, 'renew' | 'claimExpired'> = leasePool
    ? createPostgresRunStore({ db: createDatabase(leasePool) })
    : store
  const runs = createRuns({
    workflow,
    chats,
    store: { ...store, renew: leases.renew, claimExpired: leases.claimExpired },
    log,
    ...(redis && { holder: randomUUID() }),
    clock: { now: () => new Date() },
    ids,
    onEnded: reportRun(logger),
    onTrouble: reportTrouble(logger),
  })

  return {
    runs,
    chats,
    catalogue: createPostgresCatalogueReader({ db, confidenceOf: confidenceOfRating, unjudgedSignals }),
    guests: createGuests(config.secretKey),
    ids,
    checks: {
      database: () =>
        pool.query('select 1').then(
          () => {},
          (cause) => Promise.reject(databaseError(cause)),
        ),
      cache: async () => redis?.ping(),
    },
    logger,
    trustedProxies: config.trustedProxies,
    shutdownGraceMs: config.shutdownGraceMs,
    async prepareDatabase() {
      await migrateToLatest(config.databaseUrl)
      // With a shared Redis other backends may be at work on runs of theirs; a dead one's are taken over once their leases are over.
      if (!redis) await chats.failOrphans()
    },
    async close() {
      await Promise.all([pool.end(), leasePool?.end()])
      await redis?.close()
    },
  }
}

/** How sure an item's rating is when no aspect is asked for: the same measure as in an answer. */
const confidenceOfRating: Parameters<typeof createPostgresCatalogueReader>[0]['confidenceOf'] = ({
  rating,
  ratingWeight,
  reviews,
}) => {
  const prior = { ratingMean: null, strength: RATING_PRIOR_STRENGTH }
  const { lower, upper } = scoreItem({ rating: rating.adjusted, ratingWeight, tone: null, reviews, aspects: [], prior })
  return confidenceOf({ reviews, mentions: reviews, width: upper - lower })
}
