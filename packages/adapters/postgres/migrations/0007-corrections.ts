import { type Kysely, sql } from 'kysely'

/** What the import needs to replace a review by its correction, and to take metadata of items in whatever order it comes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A digest of what the row said of a review that has an id of its own. Null in those stored before: they are replaced once when they come again.
  await sql`alter table reviewguide.reviews add column content text`.execute(db)

  // The import that described the item without a review: until that is taken back, the item stays without any.
  await sql`alter table reviewguide.items add column described_by text`.execute(db)
  await sql`create index items_described_by on reviewguide.items (described_by) where described_by is not null`.execute(
    db,
  )

  // An item that moves leaves two categories out of date: the one it was in and the one it is in.
  await sql`alter table reviewguide.stale_items drop constraint stale_items_pkey, add primary key (item_id, category)`.execute(
    db,
  )

  // Items whose reviews were analysed under another category than they are in now; emptied when that was done anew.
  await sql`create table reviewguide.moved_items (
    item_id text primary key references reviewguide.items on delete cascade
  )`.execute(db)
}
