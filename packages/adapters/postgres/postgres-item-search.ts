import type { Candidate, ItemQuery, ItemSearch, LeftOut } from '@reviewguide/workflow/ports'
import { type RawBuilder, sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { itemIndex } from './item-index.ts'
import { type ItemRow, itemColumns, itemOf, itemTables } from './item-row.ts'
import { nameTokens } from './name-tokens.ts'
import { storableText } from './storable.ts'

/** Words of a need that are looked for: all of a question, not all of a pasted page. */
const MOST_WORDS = 60

/** How many items that broke one limit are named. */
const MOST_LEFT_OUT = 5

/**
 * How much of the order the wanted aspects have beside the words. Below 1, so that an item that is what was asked for comes before another
 * kind of thing that people praise for the same.
 */
const ASPECT_PART = 0.6

/** Mentions at which an item counts as half talked about: few enough for small catalogues, and a hundred mentions hardly beat thirty. */
const ASPECT_HALF = 3

type Row = ItemRow & { relevance: number; reason: LeftOut['reason'] | null }

/** Finds items in the corpus by full text, misspelled words put right by the corpus' own, and by what their reviews speak of. */
export function createPostgresItemSearch({ db }: { db: ReviewGuideDatabase }): ItemSearch {
  return {
    async search(query, signal) {
      const { correct } = await itemIndex(db, signal)
      const words = nameTokens(storableText(query.text)).map(({ word }) => correct(word))
      const { rows } = await searchStatement(query, words.slice(0, MOST_WORDS).join(' ')).execute(db, { signal })
      const candidates = rows.filter((row) => row.reason === null)
      return {
        candidates: candidates.map((row): Candidate => ({ ...itemOf(row), relevance: row.relevance })),
        leftOut: rows.flatMap((row): LeftOut[] =>
          row.reason === null ? [] : [{ item: itemOf(row), reason: row.reason }],
        ),
        reviews: candidates.reduce((sum, row) => sum + row.reviews, 0),
      }
    },
  }
}

/** One statement: what the words and the unnegotiable limits leave, the limits that each breaks, and the best of both kinds. */
function searchStatement(query: ItemQuery, text: string): RawBuilder<Row> {
  return sql<Row>`
    with asked as materialized (
      select tsvector_to_array(to_tsvector('english', ${text})) as lexemes,
        replace(plainto_tsquery('english', ${text})::text, '&', '|')::tsquery as words
    ), base as (
      select ${itemColumns},
        ${relevance} as relevance,
        ${aspectCoverage(query.aspects)} as coverage,
        ${priceReason(query)} as price_reason,
        ${brandMatch(query.brandsOut)} as brand_excluded,
        ${query.minRating === undefined ? sql`false` : sql`coalesce(r.adjusted < ${query.minRating}, true)`} as low_rating
      from asked cross join ${itemTables}
      where ${sql.join([sql`true`, ...limits(query), ...wordLimit(query, text)], sql` and `)}
    ), judged as (
      select *, case
        when price_reason is not null then price_reason when brand_excluded then 'brand_excluded' when low_rating then 'low_rating'
      end as reason,
      (price_reason is not null)::int + brand_excluded::int + low_rating::int as broken
      from base
    )
    (select * from judged where broken = 0
      order by relevance + ${ASPECT_PART} * coverage desc, reviews desc, item_id limit ${query.limit})
    union all
    (select * from judged where broken = 1 order by reviews desc, relevance desc, item_id limit ${MOST_LEFT_OUT})`
}

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

/** Without a category or named items some word must fit: otherwise everything would be an answer to everything. */
function wordLimit({ category, itemIds }: ItemQuery, text: string): RawBuilder<unknown>[] {
  return text === '' || category !== undefined || itemIds !== undefined ? [] : [sql`i.search @@ asked.words`]
}

/** Share of the question's words that the item has, 0 to 1. A question of function words alone asks for nothing, which everything fits. */
const relevance = sql`coalesce(
  (select count(*) from unnest(asked.lexemes) as lexeme where lexeme = any(tsvector_to_array(i.search)))::real
  / nullif(cardinality(asked.lexemes), 0), 1)::real`

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

/** What a price breaks of the budget, or null. Amounts compare only within their currency. */
function priceReason({ budget }: ItemQuery): RawBuilder<unknown> {
  const currency = budget?.max?.currency ?? budget?.min?.currency
  if (currency === undefined) return sql`null::text`
  const over = budget?.max ? sql`i.price_minor > ${budget.max.minor}` : sql`false`
  const under = budget?.min ? sql`i.price_minor < ${budget.min.minor}` : sql`false`
  return sql`case when i.price_minor is null then 'unknown_price' when i.price_currency <> ${currency} then 'other_currency'
    when ${over} then 'over_budget' when ${under} then 'under_budget' end`
}
