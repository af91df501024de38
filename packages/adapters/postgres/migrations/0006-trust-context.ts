import { type Kysely, sql } from 'kysely'

/** What other reviews say about a review's trust, the sketches by which near copies are found, and the figures of an item's screening. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The context that the trust of a review was weighed in; null where nothing else is known about it. `same_text` was the first part of it.
  await sql`alter table reviewguide.reviews add column trust_context jsonb, drop column same_text`.execute(db)
  await sql`create index reviews_in_context on reviewguide.reviews (source, item_id) where trust_context is not null`.execute(
    db,
  )

  // Of texts of eight words and more. Beside the reviews and not among them: a review whose trust changes would write its index entries anew.
  // Reviews that were imported before have none, and are no near copies of anything until they come again.
  await sql`create table reviewguide.review_sketches (
    review_id text primary key references reviewguide.reviews on delete cascade,
    fingerprint text not null,
    keys integer[] not null
  )`.execute(db)
  await sql`create index review_sketches_keys on reviewguide.review_sketches using gin (keys)`.execute(db)

  // Sources whose authors are to be looked at anew, because reviews of theirs are gone.
  await sql`create table reviewguide.stale_sources (source text primary key)`.execute(db)

  // How many of the item's reviews tell what the signals need, how many are doubted, and by which signal.
  await sql`create table reviewguide.item_trust (
    item_id text primary key references reviewguide.items on delete cascade,
    reviews integer not null,
    dated integer not null,
    authored integer not null,
    verification_known integer not null,
    lowered integer not null,
    below_half integer not null,
    signals jsonb not null
  )`.execute(db)

  // Everything is looked at anew with the next import; those that were doubted as copies are weighed anew in any case.
  await sql`update reviewguide.reviews set trust_context = '{}' where trust_signals @> '[{"name": "repeated_text"}]'`.execute(
    db,
  )
  await sql`insert into reviewguide.stale_items select item_id, category from reviewguide.items on conflict do nothing`.execute(
    db,
  )
}
