import type { ReviewGuideDatabase } from '@reviewguide/adapters/postgres'
import { sql } from 'kysely'
import { categoryPrior } from './category-prior.ts'
import type { MemoryCorpus } from './memory-corpus.ts'

/** Writes a corpus with all its figures into an empty, migrated database, as an import of it would, and tells the caches. */
export async function seedCorpus(db: ReviewGuideDatabase, corpus: MemoryCorpus): Promise<void> {
  const rows = <T>(values: readonly T[]) => sql`${JSON.stringify(values)}::jsonb`
  await db.transaction().execute(async (trx) => {
    await sql`insert into reviewguide.imports (import_id, file, source, format, finished_at)
      values ('imp_testcorpus', 'small-corpus', 'sample', 'jsonl', now())`.execute(trx)
    await sql`insert into reviewguide.items
        (item_id, source, external_id, name, kind, brand, category, price_minor, price_currency, url, image, attributes)
      select i."itemId", i.source, i."externalId", i.name, i.kind, i.brand, i.category, (i.price->>'minor')::bigint, i.price->>'currency',
        i.url, i.image, i.attributes
      from jsonb_to_recordset(${rows(corpus.items)}) as i("itemId" text, source text, "externalId" text, name text, kind text, brand text,
        category text, price jsonb, url text, image text, attributes jsonb)`.execute(trx)
    await sql`insert into reviewguide.reviews (review_id, item_id, import_id, source, title, body, rating, rating_original, rating_scale,
        written_at, author, verified, helpful_votes, url, language, trust_weight, trust_signals)
      select r."reviewId", r."itemId", 'imp_testcorpus', r.source->>'name', r.title, r.text, r.rating, r.rating, 5, r."writtenAt", r.author,
        r.verified, r."helpfulVotes", r.source->>'url', r.language, (r.trust->>'weight')::real, r.trust->'signals'
      from jsonb_to_recordset(${rows(corpus.reviews)}) as r("reviewId" text, "itemId" text, source jsonb, title text, text text, rating real,
        "writtenAt" timestamptz, author text, verified boolean, "helpfulVotes" int, language text, trust jsonb)`.execute(
      trx,
    )
    await sql`insert into reviewguide.opinions (item_id, aspect, review_id, polarity, term_start, term_end, quote_start, quote_end)
      select r."itemId", o.aspect, r."reviewId", o.polarity, (o.term->>'start')::int, (o.term->>'end')::int, (o.quote->>'start')::int,
        (o.quote->>'end')::int
      from jsonb_to_recordset(${rows(corpus.reviews)}) as r("reviewId" text, "itemId" text, opinions jsonb)
      cross join lateral jsonb_to_recordset(r.opinions) as o(aspect text, polarity text, term jsonb, quote jsonb)`.execute(
      trx,
    )
    await sql`insert into reviewguide.item_quotes (item_id, aspect, polarity, place, review_id, quote_start, quote_end)
      select item_id, aspect, polarity, place, review_id, quote_start, quote_end from (
        select *, row_number() over (
          partition by item_id, aspect, polarity order by trust_weight desc, helpful_votes desc nulls last, written_at desc nulls last, review_id
        ) as place
        from (
          select distinct on (o.item_id, o.aspect, o.polarity, o.review_id) o.*, r.trust_weight, r.helpful_votes, r.written_at
          from reviewguide.opinions o join reviewguide.reviews r using (review_id)
          order by o.item_id, o.aspect, o.polarity, o.review_id, o.quote_start
        ) first_of_each
      ) placed where place <= 8`.execute(trx)
    const ledgers = rows([...corpus.ledgers.values()])
    await sql`insert into reviewguide.item_ratings (item_id, reviews, count, mean, adjusted, weight, tone, histogram)
      select l."itemId", l.reviews, (l.rating->>'count')::int, (l.rating->>'mean')::real, (l.rating->>'adjusted')::real, l."ratingWeight", l.tone,
        array(select jsonb_array_elements_text(l.rating->'histogram')::int)
      from jsonb_to_recordset(${ledgers}) as l("itemId" text, reviews int, rating jsonb, "ratingWeight" real, tone real)`.execute(
      trx,
    )
    await sql`insert into reviewguide.item_aspects
      select l."itemId", a.aspect, a.positive, a.negative, a.undecided, a.mentions, a."positiveWeight", a."negativeWeight"
      from jsonb_to_recordset(${ledgers}) as l("itemId" text, aspects jsonb)
      cross join lateral jsonb_to_recordset(l.aspects) as a(aspect text, positive int, negative int, undecided int, mentions int,
        "positiveWeight" real, "negativeWeight" real)`.execute(trx)
    await sql`insert into reviewguide.category_aspects (category, aspect, mentions, positive, negative, terms)
      select c.category, c.aspect, c.mentions, c.positive, c.negative, array(select jsonb_array_elements_text(c.terms))
      from jsonb_to_recordset(${rows(corpus.categoryAspects)})
        as c(category text, aspect text, mentions int, positive int, negative int, terms jsonb)`.execute(trx)
    const priors = [...new Set(corpus.items.map(({ category }) => category))].map((category) =>
      categoryPrior(corpus, category),
    )
    await sql`insert into reviewguide.categories (category, half_life_days, age_weights, share, tone, slope, strength)
      select p.category, 1826, '{1}', u.share, u.tone, u.slope, u.strength
      from jsonb_to_recordset(${rows(priors)}) as p(category text, usual jsonb)
      cross join lateral jsonb_to_record(p.usual) as u(share real, tone real, slope real, strength real)`.execute(trx)
    await sql`update reviewguide.category_aspects c set share = u.share, tone = u.tone, slope = u.slope, strength = u.strength
      from jsonb_to_recordset(${rows(priors)}) as p(category text, aspects jsonb) cross join lateral jsonb_each(p.aspects) as a(aspect, prior)
      cross join lateral jsonb_to_record(a.prior) as u(share real, tone real, slope real, strength real)
      where c.category = p.category and c.aspect = a.aspect`.execute(trx)
    await sql`update reviewguide.corpus_state set version = version + 1`.execute(trx)
  })
}
