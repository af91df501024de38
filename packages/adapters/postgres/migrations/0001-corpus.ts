import { type Kysely, sql } from 'kysely'

/** Items, reviews, opinions and their aggregates. Ids are derived from the import's keys, so that importing again finds the same rows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm with schema public`.execute(db)

  await sql`create table reviewguide.corpus_state (
    only_row boolean primary key default true check (only_row),
    version integer not null default 1
  )`.execute(db)
  await sql`insert into reviewguide.corpus_state default values`.execute(db)

  await sql`create table reviewguide.imports (
    import_id text primary key,
    file text not null,
    source text not null,
    format text not null,
    started_at timestamptz not null default now(),
    finished_at timestamptz,
    report jsonb
  )`.execute(db)

  await sql`create table reviewguide.items (
    item_id text primary key,
    source text not null,
    external_id text,
    name text not null,
    kind text not null check (kind in ('product', 'place', 'service')),
    brand text,
    category text not null,
    price_minor bigint check (price_minor >= 0),
    price_currency text check (price_currency ~ '^[A-Z]{3}$'),
    url text,
    image text,
    attributes jsonb not null default '{}',
    -- The words by which an item is found: name, brand, category and attributes, weighted in this order.
    -- An attribute that is false ("family rooms": false) is none to be found by.
    search tsvector generated always as (
      setweight(to_tsvector('english', name), 'A')
      || setweight(to_tsvector('english', coalesce(brand, '')), 'A')
      || setweight(to_tsvector('english', category), 'B')
      || setweight(
        jsonb_to_tsvector(
          'english',
          jsonb_path_query_array(attributes, '$.keyvalue() ? (@.value.type() != "boolean" || @.value == true)'),
          '["string"]'
        ),
        'C'
      )
    ) stored,
    check ((price_minor is null) = (price_currency is null))
  )`.execute(db)
  await sql`create index items_search on reviewguide.items using gin (search)`.execute(db)
  await sql`create index items_name_trigrams on reviewguide.items using gin (lower(name) public.gin_trgm_ops)`.execute(
    db,
  )
  await sql`create index items_category on reviewguide.items (category, item_id)`.execute(db)

  await sql`create table reviewguide.reviews (
    review_id text primary key,
    item_id text not null references reviewguide.items on delete cascade,
    import_id text not null references reviewguide.imports,
    source text not null,
    external_id text,
    title text,
    body text not null,
    -- On 1 to 5 stars; what the source said, on its own scale, stands in rating_original of rating_scale.
    rating real check (rating between 1 and 5),
    rating_original real,
    rating_scale real,
    written_at timestamptz,
    author text,
    verified boolean,
    helpful_votes integer check (helpful_votes >= 0),
    url text,
    language text,
    trust_weight real not null default 1 check (trust_weight between 0 and 1),
    trust_signals jsonb not null default '[]'
  )`.execute(db)
  await sql`create index reviews_item on reviewguide.reviews (item_id, written_at desc nulls last, review_id)`.execute(
    db,
  )
  await sql`create index reviews_import on reviewguide.reviews (import_id)`.execute(db)

  // One row an opinion. The term names the aspect; the quote is the sentence or clause that carries the judgement. Offsets are UTF-16 units of the body.
  await sql`create table reviewguide.opinions (
    item_id text not null,
    aspect text not null,
    review_id text not null references reviewguide.reviews on delete cascade,
    polarity text not null check (polarity in ('positive', 'negative', 'mixed', 'neutral')),
    term_start integer not null,
    term_end integer not null,
    quote_start integer not null,
    quote_end integer not null,
    check (quote_start <= term_start and term_end <= quote_end)
  )`.execute(db)
  await sql`create index opinions_item_aspect on reviewguide.opinions (item_id, aspect, polarity)`.execute(db)
  await sql`create index opinions_review on reviewguide.opinions (review_id)`.execute(db)

  await sql`create table reviewguide.item_ratings (
    item_id text primary key references reviewguide.items on delete cascade,
    reviews integer not null,
    count integer not null,
    mean real,
    adjusted real,
    weight real not null,
    histogram integer[] not null
  )`.execute(db)

  // Counts are of reviews, each once; weights are sums of trust.
  await sql`create table reviewguide.item_aspects (
    item_id text not null references reviewguide.items on delete cascade,
    aspect text not null,
    positive integer not null,
    negative integer not null,
    undecided integer not null,
    mentions integer not null,
    positive_weight real not null,
    negative_weight real not null,
    primary key (item_id, aspect)
  )`.execute(db)

  await sql`create table reviewguide.category_aspects (
    category text not null,
    aspect text not null,
    mentions integer not null,
    positive integer not null,
    negative integer not null,
    -- The words that people use for it, most used first.
    terms text[] not null,
    primary key (category, aspect)
  )`.execute(db)
}
