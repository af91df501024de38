import type { Histogram, Item, ItemId, Kind } from '@reviewguide/contracts'
import { sql } from 'kysely'

/** An item and its figures as the queries below read them. */
export interface ItemRow {
  item_id: ItemId
  external_id: string | null
  name: string
  kind: Kind
  brand: string | null
  category: string
  price_minor: number | null
  price_currency: string | null
  url: string | null
  image: string | null
  attributes: Item['attributes']
  source: string
  mean: number | null
  adjusted: number | null
  count: number
  histogram: number[]
  reviews: number
}

/** Columns of an item `i` and its figures `r` (left joined: an item without reviews has none). */
export const itemColumns = sql`
  i.item_id, i.external_id, i.name, i.kind, i.brand, i.category, i.price_minor, i.price_currency, i.url, i.image, i.attributes, i.source,
  r.mean, r.adjusted, coalesce(r.count, 0) as count, coalesce(r.histogram, '{0,0,0,0,0}') as histogram, coalesce(r.reviews, 0) as reviews`

export const itemTables = sql`reviewguide.items i left join reviewguide.item_ratings r on r.item_id = i.item_id`

export function itemOf(row: ItemRow): Item {
  const price =
    row.price_minor === null || row.price_currency === null
      ? null
      : { minor: row.price_minor, currency: row.price_currency }
  return {
    itemId: row.item_id,
    externalId: row.external_id,
    name: row.name,
    kind: row.kind,
    brand: row.brand,
    category: row.category,
    price,
    url: row.url,
    image: row.image,
    attributes: row.attributes,
    source: row.source,
    rating: { mean: row.mean, adjusted: row.adjusted, count: row.count, histogram: row.histogram as Histogram },
  }
}
