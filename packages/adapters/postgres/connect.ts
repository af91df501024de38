import type { Tracer } from '@reviewguide/workflow/ports'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import { Pool, types } from 'pg'
import { connectionOptions } from './connection-options.ts'
import { databaseError } from './database-error.ts'
import type { LoginWatch } from './login-watch.ts'
import type { Database } from './schema.ts'
import { type Send, traceQueries } from './trace-queries.ts'

/** A Kysely over the tables of the schema `reviewguide`. */
export type ReviewGuideDatabase = Kysely<Database>

/**
 * Longest that a statement may run. Above the slowest question a page asks (some 100 ms), below the 10 seconds in which an answer must end.
 * Work that is longer by nature (import, aggregates) says `set local statement_timeout = 0` in its transaction.
 */
const STATEMENT_TIMEOUT_MS = 8000

/** Longest wait for a connection: a database that is away is told in time for a typed error. */
const CONNECT_TIMEOUT_MS = 5000

/** A bigint beyond 2^53 would silently become another number. */
function parseInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number`)
  return value
}

/** Who is told of the logins of a pool. */
const watches = new WeakMap<Pool, LoginWatch>()

const parseTimestamp = types.getTypeParser(types.builtins.TIMESTAMPTZ) as (text: string) => Date

/** bigint as number and timestamptz as ISO 8601 in UTC, so that rows are what the contracts say. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === types.builtins.INT8 && format !== 'binary') return parseInteger
  if (oid === types.builtins.TIMESTAMPTZ && format !== 'binary')
    return (text: string) => parseTimestamp(text).toISOString()
  return types.getTypeParser(oid, format)
}

/** The same with timestamptz as Date objects, as a library expects them. */
const getTypeParserWithDates: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === types.builtins.TIMESTAMPTZ ? types.getTypeParser(oid, format) : getTypeParser(oid, format)

/**
 * Makes a pool of connections; none is opened before the first query. `max` is the most connections, `statementTimeoutMs` 0 is no limit, `connectTimeoutMs` the longest wait for a connection,
 * `answerTimeoutMs` the longest for an answer, of a server that may vanish without a word.
 * The caller ends it with `pool.end()`. Dates come out as ISO text, or as Date objects with `dates`: 'objects'.
 * Throws a TypeError for a URL that is none.
 */
export function createPool(
  connectionString: string,
  {
    max = 10,
    statementTimeoutMs = STATEMENT_TIMEOUT_MS,
    applicationName = 'reviewguide',
    connectTimeoutMs = CONNECT_TIMEOUT_MS,
    answerTimeoutMs = 0,
    logins = undefined as LoginWatch | undefined,
    dates = 'text' as 'text' | 'objects',
  } = {},
): Pool {
  const pool = new Pool({
    ...connectionOptions(connectionString),
    max,
    application_name: applicationName,
    statement_timeout: statementTimeoutMs,
    connectionTimeoutMillis: connectTimeoutMs,
    ...(answerTimeoutMs > 0 && { query_timeout: answerTimeoutMs }),
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: { getTypeParser: dates === 'objects' ? getTypeParserWithDates : getTypeParser },
  })
  if (logins) {
    watches.set(pool, logins)
    pool.on('connect', () => logins.loggedIn())
  }
  // An idle connection that breaks emits here, and without a listener ends the process. The pool drops it and opens another.
  pool.on('error', () => undefined)
  return pool
}

/**
 * The typed database over a pool, which stays the caller's to end. Failures of the connection reach callers as
 * `AppError('database_unavailable')` with their cause; other errors of Postgres (a broken unique index, say) as they are. With a tracer
 * each query is a call in the trace that it is a part of.
 */
export function createDatabase(pool: Pool, tracer?: Pick<Tracer, 'call'>): ReviewGuideDatabase {
  return createKysely<Database>(pool, tracer)
}

/** The same for tables that another package describes. */
export function createKysely<Tables>(pool: Pool, tracer?: Pick<Tracer, 'call'>): Kysely<Tables> {
  return over<Tables>(translated(pool, tracer))
}

/** The typed database over connections that come from somewhere else than a pool. */
export const createDatabaseOver = (pool: PostgresPool): ReviewGuideDatabase => over<Database>(pool)

const over = <Tables>(pool: PostgresPool): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }).withSchema('reviewguide')

/** The pool as the dialect sees it: the same connections, with errors translated in this one place. */
export function translated(pool: Pool, tracer?: Pick<Tracer, 'call'>): PostgresPool {
  const traced = tracer ? traceQueries(tracer, pool.options) : (send: Send) => send
  return {
    Client: (pool as unknown as PostgresPool).Client,
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        watches.get(pool)?.failed(error)
        throw databaseError(error)
      })
      let broken = false
      // A connection that breaks while it is checked out emits on the client; the query then fails as well and tells the caller.
      const onError = () => {
        broken = true
      }
      client.on('error', onError)
      const send = traced(client.query.bind(client) as unknown as Send)
      const query: Send = (text, parameters) =>
        send(text, parameters).catch((error: unknown) => Promise.reject(databaseError(error)))
      return {
        processID: (client as unknown as { processID?: number }).processID,
        query: query as never,
        release(destroy = false) {
          client.off('error', onError)
          client.release(destroy || broken)
        },
      }
    },
  }
}
