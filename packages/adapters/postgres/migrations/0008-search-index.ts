import { type Kysely, sql } from 'kysely'

/**
 * Words of new items go into their index at once. Kept in its pending list, as is usual, they are read one by one by each search until a vacuum comes, and the planner rather reads
 * all items; items are few beside their reviews, so an import hardly notices.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter index reviewguide.items_search set (fastupdate = off)`.execute(db)
  await sql`select gin_clean_pending_list('reviewguide.items_search'::regclass)`.execute(db)
}
