import { type Kysely, sql } from 'kysely'

/**
 * Aspects that no list knows are found in the corpus itself: opinions on any noun are kept, and those of a category that enough of its reviews judge are its aspects. Which those are can change with
 * every import, so all are counted for each item, and `category_aspects` holds the ones that count.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Null where the aspect is listed; else whether it is spoken of as a part of the thing: "the hinge", "its hinge broke".
  await sql`alter table reviewguide.opinions add column definite boolean`.execute(db)
  // Uses of an aspect by names that no list knows, and how many of these are definite.
  await sql`alter table reviewguide.item_aspects add column open_uses integer not null default 0, add column definite_uses integer not null default 0`.execute(
    db,
  )
}
