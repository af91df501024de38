import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { createCorpusCache } from './corpus-cache.ts'

/**
 * Names the corpus as it is now: another name after every change, and for every other database. What was made of a corpus may be kept under its name outside of the database. The version
 * alone would not do: it is counted again from where a backup left it, and in each database from 1. With it go the transaction that wrote it, the database, and the start of its server.
 * A change is seen within a second, as everywhere; the name is read before what is made, so that what is kept is never older than its name.
 */
export function createCorpusIdentity({ db }: { db: ReviewGuideDatabase }): (signal?: AbortSignal) => Promise<string> {
  return createCorpusCache(db, async () => {
    const { rows } = await sql<{ identity: string }>`
      select concat_ws('-', version, s.xmin, d.oid, extract(epoch from pg_postmaster_start_time())) as identity
      from reviewguide.corpus_state s, pg_database d where d.datname = current_database()`.execute(db)
    return rows[0]?.identity ?? 'none'
  })
}
