import { readDelimited } from './delimited.ts'
import { readText } from './read-text.ts'

/** A query and the titles that people judged for it, 1 (irrelevant) to 3 (a perfect match), the mean of several judges. */
export interface JudgedQuery {
  query: string
  titles: { product: string; title: string; relevance: number }[]
}

/** Reads the queries of Home Depot, in the order of their words. */
export function readHomeDepot(path: string): JudgedQuery[] {
  const rows = readDelimited(readText(path)).map((row) => ({
    query: plain(row.search_term ?? ''),
    product: row.product_uid ?? '',
    title: plain(row.product_title ?? ''),
    relevance: Number(row.relevance),
  }))
  return [...Map.groupBy(rows, ({ query }) => query)]
    .map(([query, titles]) => ({ query, titles }))
    .toSorted((a, b) => (a.query < b.query ? -1 : 1))
}

const plain = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'").trim()
