import type { Tracer } from '@reviewguide/workflow/ports'
import type { PostgresPool } from 'kysely'
import type { Pool } from 'pg'
import { createDatabaseOver, createPool, type ReviewGuideDatabase, translated } from './connect.ts'
import { createReadReplica } from './read-replica.ts'

/** Longest wait for a connection of a replica, and for its answer: the primary answers in its place, and a stage of an answer has some 2 seconds. */
const CONNECT_MS = 1000
const ANSWER_MS = 1500

export interface ReadDatabaseOptions {
  /** Stays the caller's to end, after this is closed. */
  primary: Pool
  applicationName: string
  tracer?: Pick<Tracer, 'call'> | undefined
  onAway(cause: unknown): void
  onBack(): void
  askAgainMs?: number
}

export interface ReadDatabase {
  db: ReviewGuideDatabase
  /** The replica's own connections. */
  pool: Pool
  /** Resolves when the replica itself answers. */
  check(): Promise<void>
  close(): Promise<void>
}

/**
 * The typed database for reads of the corpus: on the replica at `connectionString`, on the primary while that is away; see `createReadReplica`. Never for what was just
 * written: a replica lags.
 */
export function createReadDatabase(
  connectionString: string,
  { primary, applicationName, tracer, ...told }: ReadDatabaseOptions,
): ReadDatabase {
  const pool = createPool(connectionString, {
    max: 20,
    applicationName,
    connectTimeoutMs: CONNECT_MS,
    answerTimeoutMs: ANSWER_MS,
  })
  const replica = translated(pool, tracer)
  const reads = createReadReplica({ ...told, primary: translated(primary, tracer), replica, versionOf })
  return {
    db: createDatabaseOver(reads.pool),
    pool,
    async check() {
      await versionOf(translated(pool))
    },
    async close() {
      reads.close()
      await pool.end()
    },
  }
}

/** The state of the corpus that a server has. */
async function versionOf(pool: PostgresPool): Promise<number> {
  const row = await createDatabaseOver(pool).selectFrom('corpus_state').select('version').executeTakeFirstOrThrow()
  return row.version
}
