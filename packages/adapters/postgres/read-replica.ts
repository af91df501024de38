import { AppError } from '@reviewguide/contracts'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { sqlState } from './database-error.ts'

/** How often a replica that is away is asked again. Each try costs the primary a read of one row. */
const ASK_AGAIN_MS = 2_000

/** A query that ran over its time is slow anywhere: again on the primary it would only take another's place there. */
const RAN_OVER = '57014'

/** The replica ended the query, so as to replay what the primary wrote, or was asked for what only the primary may do: it is well all the same. */
const wellAllTheSame = new Set(['40001', '25006'])

/** No such table, column or schema: a migration of the primary has not arrived. */
const notYetThere = new Set(['42P01', '42703', '3F000'])

export interface ReadReplicaOptions {
  primary: PostgresPool
  replica: PostgresPool
  /** The state of the corpus that a server has: a replica that was away is believed again when its own is the primary's. */
  versionOf(pool: PostgresPool): Promise<number>
  /** Told once when the replica goes away, with the cause. */
  onAway(cause: unknown): void
  /** Told once when it is back. */
  onBack(): void
  askAgainMs?: number
}

/** A pool for reads: the replica's connections, or the primary's while the replica is away. */
export interface ReadReplica {
  pool: PostgresPool
  /** Ends the questions whether the replica is back; both pools stay the caller's to end. */
  close(): void
}

/**
 * Reads go to the replica. A read that it fails is done by the primary at once, so that whoever asked sees a moment and no failure, and the next ones go to the primary from the start until the replica is back.
 * It is back when it answers and has caught up: what was named after the primary's newer state must not be filled with the replica's older one. For single statements outside of transactions.
 */
export function createReadReplica(options: ReadReplicaOptions): ReadReplica {
  const { primary, replica, versionOf, onAway, onBack, askAgainMs = ASK_AGAIN_MS } = options
  let away = false
  let timer: NodeJS.Timeout | undefined

  function leave(cause: unknown): void {
    if (away) return
    away = true
    onAway(cause)
    timer = setTimeout(() => void askAgain(), askAgainMs).unref()
  }

  async function askAgain(): Promise<void> {
    const same = await Promise.all([versionOf(replica), versionOf(primary)]).then(
      ([theirs, ours]) => theirs === ours,
      () => false,
    )
    if (timer === undefined) return
    if (!same) {
      timer = setTimeout(() => void askAgain(), askAgainMs).unref()
      return
    }
    away = false
    onBack()
  }

  /** Whether the primary is to answer in the replica's place. */
  function passesOn(error: unknown): boolean {
    const state = sqlState(error) ?? ''
    if (state === RAN_OVER) return false
    if (wellAllTheSame.has(state)) return true
    const gone = error instanceof AppError && error.code === 'database_unavailable'
    if (gone || notYetThere.has(state)) leave(error)
    return gone || notYetThere.has(state)
  }

  const pool: PostgresPool = {
    options: replica.options,
    end: () => Promise.resolve(),
    async connect() {
      if (away) return primary.connect()
      try {
        return backedBy(await replica.connect(), primary, passesOn)
      } catch (error) {
        if (!passesOn(error)) throw error
        return primary.connect()
      }
    },
  }
  return {
    pool,
    close() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}

type Query = (sql: string, parameters: readonly unknown[]) => Promise<never>

/** A connection of the replica whose failed statements the primary answers, over a connection that is taken when it is needed. */
function backedBy(
  client: PostgresPoolClient,
  primary: PostgresPool,
  passesOn: (error: unknown) => boolean,
): PostgresPoolClient {
  let other: PostgresPoolClient | undefined
  const send = client.query.bind(client) as unknown as Query
  const query: Query = async (text, parameters) => {
    if (!other) {
      try {
        return await send(text, parameters)
      } catch (error) {
        if (!passesOn(error)) throw error
        other = await primary.connect()
      }
    }
    return (other.query.bind(other) as unknown as Query)(text, parameters)
  }
  return {
    query: query as never,
    release() {
      // Whatever went wrong on it, it may not be used again.
      client.release(other !== undefined)
      other?.release()
    },
  }
}
