import { setTimeout as delay } from 'node:timers/promises'
import type { CorpusWriter } from '@reviewguide/corpus/ports'
import type { Pool, PoolClient } from 'pg'
import { databaseError } from '../database-error.ts'
import { addItems } from './add-items.ts'
import { addReviews } from './add-reviews.ts'
import { readKnown, readSources } from './read-known.ts'
import { readMoved } from './read-moved.ts'
import { refreshFigures } from './refresh-figures.ts'
import { createStaging, stage } from './staging.ts'
import { takeBack } from './take-back.ts'
import { createSketchStaging, writeSketches } from './trust/stage-sketches.ts'

/** Any number, as long as nothing else in the database locks by it. */
const IMPORT_LOCK = 7_261_101_916

/** How long an import that waits for another sleeps between two looks. */
const LOOK_AGAIN_MS = 300

/**
 * The corpus writer on Postgres. The pool stays the caller's; from `open` to `close` one of its connections is held, and reads take another.
 * Failures of the connection are thrown as `AppError('database_unavailable')`.
 */
export function createPostgresCorpusWriter(pool: Pool): CorpusWriter {
  let held: PoolClient | null = null
  /** Of which reviews are stored; null until it is asked for, and again with each file. */
  let sources: ReadonlySet<string> | null = null

  const client = (): PoolClient => {
    if (held === null) throw new Error('the corpus writer is not open')
    return held
  }

  const transaction = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const connection = client()
    try {
      await connection.query('begin')
      const result = await work(connection)
      await connection.query('commit')
      return result
    } catch (error) {
      // On a connection that is gone this fails as well; the first error is the one to tell.
      await connection.query('rollback').catch(() => undefined)
      throw databaseError(error)
    }
  }

  /** A transaction that is on disk when it ends, with all before it. */
  const durable = <T>(work: (client: PoolClient) => Promise<T>): Promise<T> =>
    transaction(async (connection) => {
      await connection.query('set local synchronous_commit = on')
      return work(connection)
    })

  return {
    async open(signal, onWait) {
      const connection = await pool.connect().catch((error: unknown) => Promise.reject(databaseError(error)))
      // Without a listener a connection that breaks between two queries ends the process; the next query tells.
      connection.on('error', () => undefined)
      held = connection
      try {
        // Figures of a large corpus take longer than any statement of the server may, and are quicker made than compiled for. A batch that a crash of the server takes with it comes
        // again with the next run; what ends an import waits until all is on disk.
        await connection.query(
          "set statement_timeout = 0; set jit = off; set work_mem = '64MB'; set synchronous_commit = off",
        )
        let waited = false
        while (!(await tryLock(connection))) {
          if (!waited) onWait?.()
          waited = true
          await delay(LOOK_AGAIN_MS, undefined, { signal })
        }
        await createStaging(connection)
        await createSketchStaging(connection)
      } catch (error) {
        await this.close()
        throw signal.aborted ? error : databaseError(error)
      }
    },

    async begin({ importId, file, source, format }) {
      sources = null
      await transaction((connection) =>
        connection.query('insert into reviewguide.imports (import_id, file, source, format) values ($1, $2, $3, $4)', [
          importId,
          file,
          source,
          format,
        ]),
      )
    },

    async known(reviews, itemIds) {
      try {
        // Read once a file: what the file itself adds to a new source comes again only as a row that is told by itself.
        sources ??= await readSources(pool)
        return await readKnown(pool, reviews, itemIds, sources)
      } catch (error) {
        throw databaseError(error)
      }
    },

    write: (batch) =>
      transaction(async (connection) => {
        await stage(connection, batch)
        await addItems(connection, batch.importId, batch.items)
        const written = await addReviews(connection, batch)
        await writeSketches(connection, batch)
        return written
      }),

    moved: (after, limit) => transaction((connection) => readMoved(connection, after, limit)),

    async settleMoved() {
      await transaction((connection) => connection.query('delete from reviewguide.moved_items'))
    },

    refresh: (science) => durable((connection) => refreshFigures(connection, science)),

    async finish(report) {
      await durable((connection) =>
        connection.query('update reviewguide.imports set finished_at = now(), report = $2 where import_id = $1', [
          report.importId,
          JSON.stringify(report),
        ]),
      )
    },

    undo: (importId) => durable((connection) => takeBack(connection, importId)),

    close() {
      // Closing the connection gives the lock back and drops the staging tables, whatever state it is in.
      held?.release(true)
      held = null
      return Promise.resolve()
    },
  }
}

async function tryLock(connection: PoolClient): Promise<boolean> {
  const { rows } = await connection.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
    IMPORT_LOCK,
  ])
  return rows[0]?.locked ?? false
}
