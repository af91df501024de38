import { randomUUID } from 'node:crypto'
import { type AccountTables, createAccounts, createShownMailer, createSmtpMailer } from '@reviewguide/accounts'
import {
  connectRedis,
  createCachedItemSearch,
  createInProcessCache,
  createInProcessRunLog,
  createRedisAttemptStore,
  createRedisCache,
  createRedisRunLog,
  createRedisSessionStore,
  openLimits,
} from '@reviewguide/adapters/cache'
import {
  createCorpusIdentity,
  createDatabase,
  createKysely,
  createLoginWatch,
  createPool,
  createPostgresCatalogue,
  createPostgresCatalogueReader,
  createPostgresChatStore,
  createPostgresEvidenceSource,
  createPostgresItemSearch,
  createPostgresRunStore,
  createReadDatabase,
  databaseError,
  migrateToLatest,
} from '@reviewguide/adapters/postgres'
import { AccountId } from '@reviewguide/contracts'
import { confidenceOf, RATING_PRIOR_STRENGTH, scoreItem, unjudgedSignals } from '@reviewguide/opinions'
import { createWorkflow, type Workflow, type WorkflowPorts } from '@reviewguide/workflow'
import type { RunStore } from '@reviewguide/workflow/ports'
import { createRuns, createRunsAtOnce, keylessLimits, type RunLimits } from '@reviewguide/workflow/runs'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { AppDeps } from './http/app-deps.ts'
import { createGuests } from './http/guest.ts'
import { createSessionCookie } from './http/session-cookie.ts'
import { ids } from './ids.ts'
import { reportLetter } from './letter-reports.ts'
import type { Metrics } from './metrics/create-metrics.ts'
import { measuredRuns } from './metrics/measured-runs.ts'
import { reportRun, reportTrouble, reportUnsupported } from './run-reports.ts'
import { openTracing } from './tracing/open-tracing.ts'
import { reportExports } from './tracing/report-exports.ts'
import { tracedMailer } from './tracing/traced-mailer.ts'

export interface Dependencies extends AppDeps {
  /** Brings the schema up to date and ends the runs that a process before us left active. Throws `database_unavailable`. */
  prepareDatabase(): Promise<void>
  /** What Prometheus is told, where METRICS_PORT is set. */
  metrics?: Metrics
  /** Settles when the database refuses a login that it took before: the password was changed, and only a new process is told it. */
  loginRefused: Promise<void>
  /** Lets go of the database and the cache, once nothing uses them. */
  close(): Promise<void>
}

/** Wires adapters to ports; the only place that knows both. `makeWorkflow` and `runLimits` are others where something else than answers is measured or tested. */
export async function createDependencies(
  config: Config,
  logger: Logger,
  makeWorkflow: (ports: WorkflowPorts) => Workflow = createWorkflow,
  runLimits: RunLimits = keylessLimits,
): Promise<Dependencies> {
  const tracer = await openTracing(config.tracing, reportExports(logger))
  const metrics = config.metricsPort === null ? undefined : await openMetrics()
  const refused = Promise.withResolvers<void>()
  const logins = createLoginWatch(refused.resolve)
  const pool = createPool(config.databaseUrl, { max: 20, applicationName: 'reviewguide-backend', logins })
  const db = createDatabase(pool, tracer)
  const replica = config.databaseReplicaUrl
    ? createReadDatabase(config.databaseReplicaUrl, {
        primary: pool,
        applicationName: 'reviewguide-reads',
        tracer,
        onAway: (cause) =>
          logger.warn({ err: cause }, 'the replica is away: the database itself is read until it is back'),
        onBack: () => logger.info('the replica is back'),
      })
    : null
  // For the corpus alone: all that is somebody's is read where it was written.
  const corpus = replica?.db ?? db
  const redis = config.redisUrl
    ? await connectRedis(config.redisUrl, (cause) => logger.error({ err: cause }, 'the cache cannot be reached'), {
        ca: config.redisCa,
        tracer,
      })
    : null
  const log = redis
    ? createRedisRunLog({ redis, onTrouble: (cause) => logger.error({ err: cause }, 'live events cannot be shared') })
    : createInProcessRunLog()
  const cache = redis ? createRedisCache({ redis }) : createInProcessCache()
  const chats = createPostgresChatStore({
    db,
    cache,
    onLookup: metrics?.lookupsOf('chat_history'),
    mostMessages: config.limits.chatMessages,
  })

  const accountsPool = createPool(config.databaseUrl, {
    max: 10,
    applicationName: 'reviewguide-accounts',
    logins,
    dates: 'objects',
  })
  const mailer = config.mail
    ? createSmtpMailer(config.mail.smtpUrl, config.mail.from)
    : createShownMailer(reportLetter(logger, config))
  const accounts = createAccounts({
    ...config,
    db: createKysely<AccountTables>(accountsPool, tracer),
    shared: redis && { sessions: createRedisSessionStore({ redis }), attempts: createRedisAttemptStore({ redis }) },
    mailer: tracer ? tracedMailer(mailer, tracer) : mailer,
    onSessionLookup: metrics?.lookupsOf('sessions'),
    onTrouble: (what, cause) => logger.error({ err: cause, what }, 'trouble with accounts'),
  })

  const workflow = makeWorkflow({
    catalogue: createPostgresCatalogue({ db: corpus }),
    // Evidence is kept in each process until the corpus changes: a shared cache would only put a round trip before it.
    search: createCachedItemSearch({
      search: createPostgresItemSearch({ db: corpus }),
      cache,
      identity: createCorpusIdentity({ db: corpus }),
      onLookup: metrics?.lookupsOf('search'),
    }),
    evidence: createPostgresEvidenceSource({ db: corpus }),
    onUnsupported: reportUnsupported(logger),
    tracer,
    onStage: metrics?.stageEnded,
  })
  const { limiter, slots } = openLimits(redis, {
    onAway: (cause) => logger.warn({ err: cause }, 'limits are counted by this backend alone until the cache is back'),
    onBack: () => logger.info('limits are shared by all backends again'),
  })
  const { runsAtOnce } = config.limits
  const atOnce = createRunsAtOnce({
    slots,
    mostOf: (owner) => (AccountId.safeParse(owner).success ? runsAtOnce.account : runsAtOnce.guest),
    totalMs: runLimits.totalMs,
  })
  const report = reportRun(logger)
  // Connections of their own: whoever cannot renew in time, because all others are in use, loses its runs.
  const leasePool = redis && createPool(config.databaseUrl, { max: 2, applicationName: 'reviewguide-leases', logins })
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
    limits: runLimits,
    tracer,
    onEnded(ended) {
      atOnce.ended(ended)
      report(ended)
      metrics?.runEnded(ended)
    },
    onTrouble: reportTrouble(logger),
  })

  metrics?.watch({
    runs: { active: runs.active, most: runLimits.concurrent },
    pools: {
      main: pool,
      accounts: accountsPool,
      ...(replica && { replica: replica.pool }),
      ...(leasePool && { leases: leasePool }),
    },
  })
  const counted = atOnce.around(runs)

  return {
    runs: metrics ? measuredRuns(counted, metrics) : counted,
    metrics,
    tracing: tracer,
    stream: metrics && { onOpen: metrics.streamOpened },
    chats,
    catalogue: {
      ...createPostgresCatalogueReader({ db: corpus, confidenceOf: confidenceOfRating, unjudgedSignals }),
      // What a citation leads to must be there, also when the citation was read while the replica was away.
      review: createPostgresCatalogueReader({ db, confidenceOf: confidenceOfRating, unjudgedSignals }).review,
    },
    guests: createGuests(config.secretKey, config.previousSecretKeys),
    accounts,
    sessionCookie: createSessionCookie(config.secretKey, config.previousSecretKeys),
    ids,
    checks: {
      database: () => answers(pool),
      replica: replica?.check,
      cache: async () => redis?.ping(),
    },
    logger,
    rateLimit: { limiter, limits: config.limits, onRefused: metrics?.requestRefused },
    trustedProxies: config.trustedProxies,
    shutdownGraceMs: config.shutdownGraceMs,
    async prepareDatabase() {
      await migrateToLatest(config.databaseUrl)
      // With a shared Redis other backends may be at work on runs of theirs; a dead one's are taken over once their leases are over.
      if (!redis) await chats.failOrphans()
    },
    loginRefused: refused.promise,
    async close() {
      accounts.close()
      await replica?.close()
      await Promise.all([pool.end(), accountsPool.end(), leasePool?.end()])
      await redis?.close()
      await tracer?.close()
    },
  }
}

async function openMetrics(): Promise<Metrics> {
  // Read only where it is used: most that run this on their own machine have no Prometheus.
  const { createMetrics } = await import('./metrics/create-metrics.ts')
  return createMetrics()
}

async function answers(pool: ReturnType<typeof createPool>): Promise<void> {
  await pool.query('select 1').catch((cause: unknown) => Promise.reject(databaseError(cause)))
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
