import { type Kysely, sql } from 'kysely'

/**
 * The best quotes of each item, aspect and side, chosen when the item's reviews change: what stands for many can only be told by comparing all of them. They take the place of the order by
 * trust and votes that every opinion carried. Items already stored count as out of date, so that the next import chooses theirs.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Place counts from 1 within item, aspect and side. Items go with their reviews, and quotes with these: a second reference would only be looked up.
  await sql`create table reviewguide.item_quotes (
    item_id text not null,
    aspect text not null,
    polarity text not null,
    place smallint not null,
    review_id text not null references reviewguide.reviews on delete cascade,
    quote_start integer not null,
    quote_end integer not null,
    primary key (item_id, aspect, polarity, place)
  )`.execute(db)
  await sql`create index item_quotes_review on reviewguide.item_quotes (review_id)`.execute(db)
  await sql`create index opinions_item_aspect on reviewguide.opinions (item_id, aspect, polarity)`.execute(db)
  await sql`drop index reviewguide.opinions_quotes`.execute(db)
  await sql`alter table reviewguide.opinions drop column worth`.execute(db)
  await sql`drop function reviewguide.quote_worth(real, integer, timestamptz)`.execute(db)
  // Imports are never deleted, and looking one up for each review took a twentieth of an import's time.
  await sql`alter table reviewguide.reviews drop constraint reviews_import_id_fkey`.execute(db)
  await sql`insert into reviewguide.stale_items select item_id, category from reviewguide.items on conflict do nothing`.execute(
    db,
  )
}
