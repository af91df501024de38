import { type Kysely, sql } from 'kysely'

/** What the import keeps beside the corpus itself: repeated texts, the words for each aspect, and which figures are out of date. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table reviewguide.imports add column undone_at timestamptz`.execute(db)

  // True while the name was made from the id, because no row gave one.
  await sql`alter table reviewguide.items add column nameless boolean not null default false`.execute(db)

  // The fingerprint is null where repetition says nothing; same_text counts the other reviews with the same one, of any item.
  await sql`alter table reviewguide.reviews add column fingerprint text, add column same_text integer not null default 0`.execute(
    db,
  )
  await sql`create index reviews_fingerprint on reviewguide.reviews (fingerprint) where fingerprint is not null`.execute(
    db,
  )

  // Offsets count UTF-16 units, which SQL cannot cut by: the words themselves are kept for counting.
  await sql`alter table reviewguide.opinions add column term text not null default ''`.execute(db)

  await sql`alter table reviewguide.item_ratings add column weighted_mean real`.execute(db)

  await sql`create table reviewguide.item_terms (
    item_id text not null references reviewguide.items on delete cascade,
    aspect text not null,
    term text not null,
    uses integer not null,
    primary key (item_id, aspect, term)
  )`.execute(db)

  // Items whose figures are out of date; written with the reviews and emptied with the new figures, so that no interruption leaves wrong ones behind.
  // Without a reference to items: the category of an item that is gone must still be brought up to date.
  await sql`create table reviewguide.stale_items (
    item_id text primary key,
    category text not null
  )`.execute(db)
}
