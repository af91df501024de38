import { AppError } from '@reviewguide/contracts'
import type { Tracer } from '@reviewguide/workflow/ports'
import type { PostgresPoolClient } from 'kysely'
import type { Pool } from 'pg'
import { createDatabaseOver, type ReviewGuideDatabase, translated } from './connect.ts'
import { sqlState } from './database-error.ts'

/** How long nobody asks a replica that was away. Until then its readers go to the primary at once. */
const AWAY_MS = 10_000

export interface ReplicaOptions {
  /** Connections to the replica; its wait for one should be short, since the primary is there. */
  replica: Pool
  primary: Pool
  /** Makes each query a call in the trace that it is a part of, by the server that it went to. */
  tracer?: Pick<Tracer, 'call'> | undefined
  /** Told once each time the replica goes away, and once when it is back. */
  onAway?: ((cause: unknown) => void) | undefined
  onBack?: (() => void) | undefined
  awayMs?: number
}

/**
 * A database for reading alone, on a replica for as long as that answers and else on the primary. What a replica cannot answer (it is away, the statement was in the way of what it
 * has to replay, it has not yet seen a migration) is asked of the primary within the same call, so that callers see a failure only when both fail. Nothing is written through it, and
 * a transaction would not be one. Both pools stay the caller's to end.
 */
export function createReplicaDatabase({
  replica,
  primary,
  tracer,
  onAway,
  onBack,
  awayMs = AWAY_MS,
}: ReplicaOptions): ReviewGuideDatabase {
  const [first, second] = [translated(replica, tracer), translated(primary, tracer)]
  let awayUntil = 0
  const leave = (cause: unknown) => {
    if (awayUntil === 0) onAway?.(cause)
    awayUntil = performance.now() + awayMs
  }
  const connect = async (): Promise<PostgresPoolClient> => {
    if (performance.now() < awayUntil) return second.connect()
    try {
      const client = await first.connect()
      if (awayUntil !== 0) onBack?.()
      awayUntil = 0
      return withSecondChance(client, { other: () => second.connect(), leave })
    } catch (error) {
      if (!isAway(error)) throw error
      leave(error)
      return second.connect()
    }
  }
  return createDatabaseOver({ ...first, connect, end: async () => {} })
}

type Query = (sql: string, parameters: readonly unknown[]) => Promise<never>

interface Elsewhere {
  other(): Promise<PostgresPoolClient>
  leave(cause: unknown): void
}

/** The connection, which asks another one what it cannot answer itself, and stays there until it is given back. */
function withSecondChance(client: PostgresPoolClient, { other, leave }: Elsewhere): PostgresPoolClient {
  let instead: PostgresPoolClient | undefined
  const send = (to: PostgresPoolClient): Query => to.query.bind(to) as unknown as Query
  const query: Query = async (text, parameters) => {
    if (instead) return send(instead)(text, parameters)
    try {
      return await send(client)(text, parameters)
    } catch (error) {
      if (!isAway(error) && !isBehind(error)) throw error
      if (isAway(error)) leave(error)
      instead = await other()
      return send(instead)(text, parameters)
    }
  }
  return {
    query: query as never,
    release() {
      client.release()
      instead?.release()
    },
  }
}

/** A statement that ran over its time would do so on the primary as well. */
const isAway = (error: unknown) =>
  error instanceof AppError && error.code === 'database_unavailable' && sqlState(error) !== '57014'

/** In the way of what the replica replays, or of a migration that it has not replayed yet: a table or a column is missing. */
const isBehind = (error: unknown) => ['40001', '42P01', '42703'].includes(sqlState(error) ?? '')
