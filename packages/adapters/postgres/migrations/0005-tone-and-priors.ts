import { type Kysely, sql } from 'kysely'

/** How reviews sound as a whole, how they age, and what is usual for each aspect of a category. Items already stored count as out of date, so that the next import fills these in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // -1 all complaint, 1 all praise; null where the text was not read.
  await sql`alter table reviewguide.reviews add column tone real check (tone between -1 and 1)`.execute(db)
  await sql`alter table reviewguide.item_ratings add column tone real`.execute(db)

  // Ages are counted from as_of; age_weights holds what a review counts in each begun quarter of a year, the last for all older.
  // The usual share of praise is share + slope × (tone of the item - tone), worth `strength` opinions.
  await sql`create table reviewguide.categories (
    category text primary key,
    as_of timestamptz,
    half_life_days integer not null,
    age_weights real[] not null,
    share real not null default 0.5,
    tone real not null default 0,
    slope real not null default 0,
    strength real not null default 20
  )`.execute(db)
  await sql`alter table reviewguide.category_aspects add column share real, add column tone real, add column slope real, add column strength real`.execute(
    db,
  )

  await sql`create function reviewguide.age_weight(written_at timestamptz, as_of timestamptz, weights real[]) returns real
    language sql immutable parallel safe as $$
      select case when written_at is null or as_of is null then 1 else
        weights[1 + least(greatest(floor(extract(epoch from as_of - written_at) / 7889400), 0), cardinality(weights) - 1)::integer]
      end
    $$`.execute(db)
  await sql`insert into reviewguide.stale_items select item_id, category from reviewguide.items on conflict do nothing`.execute(
    db,
  )
}
