import type { Candidate, ItemQuery, ItemSearch, LeftOut, PriceOrder } from '@reviewguide/workflow/ports'
import { type RawBuilder, sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { itemIndex } from './item-index.ts'
import { type ItemRow, itemColumns, itemOf, itemTables } from './item-row.ts'
import type { SearchTerm } from './search-terms.ts'
import { storableText } from './storable.ts'

/** Fewest items that full text finds to be weighed word by word: the best by length and head noun may stand a little lower in its order. */
const FEWEST_WEIGHED = 200

/** Items that the words of a query may find without a category. Beyond it the commonest words, which say least, only order what the others find. */
const MOST_FOUND = 5000

/** How many items that broke one limit are named. */
const MOST_LEFT_OUT = 5

/**
 * How much of the order the wanted aspects have beside the words. Below 1, so that an item that is what was asked for comes before another
 * kind of thing that people praise for the same.
 */
const ASPECT_PART = 0.6

/** Mentions at which an item counts as half talked about: few enough for small catalogues, and a hundred mentions hardly beat thirty. */
const ASPECT_HALF = 3

type Row = ItemRow & { coverage: number; reason: LeftOut['reason'] | null }

/**
 * Finds items in the corpus: by full text, which finds whatever fits a word and orders it by the words' rarity, then the best of them weighed word by word (`wordRelevance`), and by
 * what their reviews speak of.
 */
export function createPostgresItemSearch({ db }: { db: ReviewGuideDatabase }): ItemSearch {
  return {
    async search(query, signal) {
      const index = await itemIndex(db, signal)
      const terms = index.terms(storableText(query.text))
      const { rows } = await searchStatement(query, terms).execute(db, { signal })
      const relevance = index.relevanceTo(terms, query.text)
      const weighed = rows
        .filter((row) => row.reason === null)
        .map((row) => ({ row, relevance: terms.length === 0 ? 1 : relevance(row) }))
      const order = ({ row, relevance }: (typeof weighed)[number]) => relevance + ASPECT_PART * row.coverage
      const { priceOrder } = query
      const byPrice = (a: Row, b: Row) =>
        priceOrder && terms.length === 0 ? pricePlace(a, priceOrder) - pricePlace(b, priceOrder) : 0
      const candidates = weighed
        .toSorted(
          (a, b) =>
            byPrice(a.row, b.row) ||
            order(b) - order(a) ||
            b.row.reviews - a.row.reviews ||
            (a.row.item_id < b.row.item_id ? -1 : 1),
        )
        .slice(0, query.limit)
      return {
        candidates: candidates.map(({ row, relevance }): Candidate => ({ ...itemOf(row), relevance })),
        leftOut: rows.flatMap((row): LeftOut[] =>
          row.reason === null ? [] : [{ item: itemOf(row), reason: row.reason }],
        ),
        reviews: candidates.reduce((sum, { row }) => sum + row.reviews, 0),
      }
    },
  }
}

/**
 * One statement: what the words and the unnegotiable limits leave, the limits that each breaks, and the best of both kinds. Items of a category that fit no word are read only where
 * those that do are too few, since a category may be the whole corpus.
 */
function searchStatement(query: ItemQuery, terms: readonly SearchTerm[]): RawBuilder<Row> {
  const most = terms.length === 0 ? query.limit : Math.max(query.limit, FEWEST_WEIGHED)
  const within = limits(query)
  const named = query.itemIds !== undefined || query.category !== undefined
  const exclusive = terms.length > 0 && !named ? [wordsFit(telling(terms))] : []
  const wordsApart = terms.length > 0 && query.category !== undefined && query.aspects.length === 0
  const best =
    query.priceOrder !== undefined && terms.length === 0
      ? pricesFirst(query.priceOrder)
      : sql`order by fitting + ${ASPECT_PART} * coverage desc, reviews desc, item_id`
  const candidates = wordsApart
    ? sql`fit as materialized (
        select * from (${judged(query, terms, [...within, wordsFit(terms)])}) judged where broken = 0 ${best} limit ${most}
      ), found as (
        select * from fit union all (
          select * from (${judged(query, terms, [...within, sql`not ${wordsFit(terms)}`])}) judged where broken = 0
          order by reviews desc, item_id limit greatest(0, ${most} - (select count(*) from fit))
        )
      )`
    : sql`found as (
        select * from (${judged(query, terms, [...within, ...exclusive])}) judged where broken = 0 ${best} limit ${most}
      )`
  if (!mayLeaveOut(query)) return sql<Row>`with ${candidates} select * from found`
  return sql<Row>`
    with ${candidates}
    select * from found union all (
      select * from (${judged(query, terms, [...within, ...exclusive])}) judged where broken = 1
      order by reviews desc, fitting desc, item_id limit ${MOST_LEFT_OUT}
    )`
}

/** Items with how they fit, and how many of the limits that may be told of they break. */
function judged(
  query: ItemQuery,
  terms: readonly SearchTerm[],
  conditions: readonly RawBuilder<unknown>[],
): RawBuilder<unknown> {
  return sql`
    select *, case
      when price_reason is not null then price_reason when brand_excluded then 'brand_excluded' when low_rating then 'low_rating'
    end as reason,
    (price_reason is not null)::int + brand_excluded::int + low_rating::int as broken
    from (
      select ${itemColumns}, ${wordsFitting(terms)} as fitting, ${aspectCoverage(query.aspects)} as coverage,
        ${priceReason(query)} as price_reason, ${brandMatch(query.brandsOut)} as brand_excluded,
        ${query.minRating === undefined ? sql`false` : sql`coalesce(r.adjusted < ${query.minRating}, true)`} as low_rating
      from ${itemTables} where ${sql.join([sql`true`, ...conditions], sql` and `)}
      -- Kept apart, or the planner counts the mentions of each item twice: once to show and once to sort.
      offset 0
    ) base`
}

const mayLeaveOut = ({ budget, brandsOut, minRating }: ItemQuery) =>
  (budget ?? minRating) !== undefined || brandsOut.length > 0

/** The limits that nothing which breaks them is even named for. */
function limits({ category, kind, itemIds, brandsIn, itemsOut }: ItemQuery): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = []
  if (category !== undefined) all.push(sql`i.category = ${storableText(category)}`)
  if (kind !== undefined) all.push(sql`i.kind = ${kind}`)
  if (itemIds !== undefined) all.push(sql`i.item_id = any(${itemIds}::text[])`)
  if (itemsOut.length > 0) all.push(sql`i.item_id <> all(${itemsOut}::text[])`)
  if (brandsIn.length > 0) all.push(brandMatch(brandsIn))
  return all
}

/** Without a category or named items some word must fit: otherwise everything would be an answer to everything. The rarest that find enough, or the rarest known one. */
function telling(terms: readonly SearchTerm[]): SearchTerm[] {
  let found = 0
  return terms
    .toSorted((a, b) => a.having - b.having)
    .filter(({ having }) => {
      const first = found === 0
      found += having
      return first || found <= MOST_FOUND
    })
}

/** Share of the query's words that the item has by full text, each by its rarity, 0 to 1; 1 when nothing was asked. */
function wordsFitting(terms: readonly SearchTerm[]): RawBuilder<unknown> {
  if (terms.length === 0) return sql`1::real`
  const weightOf = ({ rarity }: SearchTerm) => Math.max(rarity, 1)
  const all = terms.reduce((sum, term) => sum + weightOf(term), 0)
  const parts = terms.map((term) => sql`${wordsFit([term])}::int * ${weightOf(term) / all}::real`)
  return sql`(${sql.join(parts, sql` + `)})`
}

/** Has any of the terms' forms. They are quoted letters and digits: no operator of a text query can come in. */
function wordsFit(terms: readonly SearchTerm[]): RawBuilder<unknown> {
  const forms = new Set(terms.flatMap(({ lookups }) => lookups))
  return sql`(i.search @@ to_tsquery('english', ${[...forms].map((form) => `'${form}'`).join(' | ')}))`
}

/** How much the item's reviews speak of the wanted aspects, 0 to 1. */
function aspectCoverage(aspects: readonly string[]): RawBuilder<unknown> {
  if (aspects.length === 0) return sql`0::real`
  const wanted = aspects.map(storableText)
  return sql`coalesce((
    select sum(a.mentions / (a.mentions + ${ASPECT_HALF}::real)) / ${wanted.length}::real
    from reviewguide.item_aspects a where a.item_id = i.item_id and a.aspect = any(${wanted}::text[])
  ), 0)::real`
}

/** Of one of the brands; an item that names no brand is judged by the words of its name. */
function brandMatch(brands: readonly string[]): RawBuilder<unknown> {
  if (brands.length === 0) return sql`false`
  const lower = brands.map((brand) => storableText(brand).trim().toLowerCase())
  return sql`(case when i.brand is not null then lower(i.brand) = any(${lower}::text[])
    else exists (select from unnest(${lower}::text[]) as brand where strpos(' ' || lower(i.name) || ' ', ' ' || brand || ' ') > 0) end)`
}

/** Prices in the currency of the order, then whatever else there is; only a number compares within a currency. */
const pricesFirst = ({ first, currency }: PriceOrder): RawBuilder<unknown> =>
  sql`order by price_currency is not distinct from ${currency} desc,
    ${first === 'lowest' ? sql`price_minor asc` : sql`price_minor desc`} nulls last, reviews desc, item_id`

/** Where a price stands in such an order. */
function pricePlace({ price_minor, price_currency }: Row, { first, currency }: PriceOrder): number {
  if (price_minor === null || price_currency !== currency) return Number.MAX_SAFE_INTEGER
  return first === 'lowest' ? price_minor : -price_minor
}

/** What a price breaks of the budget, or null. Amounts compare only within their currency. */
function priceReason({ budget }: ItemQuery): RawBuilder<unknown> {
  const currency = budget?.max?.currency ?? budget?.min?.currency
  if (currency === undefined) return sql`null::text`
  const over = budget?.max ? sql`i.price_minor > ${budget.max.minor}` : sql`false`
  const under = budget?.min ? sql`i.price_minor < ${budget.min.minor}` : sql`false`
  return sql`case when i.price_minor is null then 'unknown_price' when i.price_currency <> ${currency} then 'other_currency'
    when ${over} then 'over_budget' when ${under} then 'under_budget' end`
}
