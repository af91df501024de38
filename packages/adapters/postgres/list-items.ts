import type { ItemPage, Kind } from '@reviewguide/contracts'
import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'
import { decodeCursor, encodeCursor, isCount, isId } from './cursor.ts'
import { itemIndex } from './item-index.ts'
import { type ItemRow, itemColumns, itemOf, itemTables } from './item-row.ts'
import { nameTokens } from './name-tokens.ts'
import { storableText } from './storable.ts'

interface ItemsQuery {
  q?: string
  category?: string
  kind?: Kind
  cursor?: string
  limit: number
}

/**
 * Items, the best fit first, then the most reviewed. All words of `q` must fit the item, the last one also as a beginning; misspelled ones
 * are put right by the corpus' own words. Throws `invalid_request` for a cursor that is none.
 */
export async function listItems(
  db: ReviewGuideDatabase,
  { q = '', category, kind, cursor, limit }: ItemsQuery,
): Promise<ItemPage> {
  const said = nameTokens(storableText(q))
    .map(({ word }) => word)
    .slice(0, 12)
  const { correct } = await itemIndex(db)
  // The last word may still be being typed.
  const words = said.map((word, at) => (at < said.length - 1 ? correct(word) : word))
  const limits = [sql`true`]
  if (category !== undefined) limits.push(sql`i.category = ${storableText(category)}`)
  if (kind !== undefined) limits.push(sql`i.kind = ${kind}`)
  // Only letters and digits are left of the words: no operator of a text query can come in.
  const search = words.length > 0 ? sql`to_tsquery('english', ${`${words.join(' & ')}:*`})` : sql`null::tsquery`
  if (words.length > 0) limits.push(sql`i.search @@ ${search}`)
  else if (q.trim() !== '') limits.push(sql`false`)
  // In thousandths, so that the place in the list is an exact number.
  const fit = words.length > 0 ? sql`round(ts_rank(i.search, ${search}) * 1000)::int` : sql`0`
  const [atFit, atReviews, atId] = cursor === undefined ? [] : decodeCursor(cursor, [isCount, isCount, isId])
  const after =
    atId === undefined
      ? sql``
      : sql`where (-fit, -reviews, item_id) > (${-Number(atFit)}::int, ${-Number(atReviews)}::int, ${atId})`
  const { rows } = await sql<ItemRow & { fit: number }>`
    select * from (
      select ${itemColumns}, ${fit} as fit from ${itemTables} where ${sql.join(limits, sql` and `)}
    ) found ${after}
    order by fit desc, reviews desc, item_id limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(itemOf),
    nextCursor: rows.length > limit && last ? encodeCursor([last.fit, last.reviews, last.item_id]) : null,
  }
}
