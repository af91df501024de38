import { type Kysely, sql } from 'kysely'

/** The sources that reviews came from: of a source that is not among them no review can be stored already, and an import need not look. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table reviewguide.review_sources (source text primary key)`.execute(db)
  await sql`insert into reviewguide.review_sources select distinct source from reviewguide.reviews`.execute(db)
}
