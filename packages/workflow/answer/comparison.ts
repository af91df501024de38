import type { ComparisonData } from '@reviewguide/contracts'
import type { RankedItem } from '../ranking/rank-items.ts'
import type { EvidenceBook } from './evidence-book.ts'

/** Most rows of the table; below them stand aspects that hardly anybody mentions. */
const ROWS = 10

/** Aspects that the reviews of at least two items judge, and at least one of them twice; the wanted ones first, then by how much all of them discuss it. */
export function comparedAspects(items: RankedItem[]): string[] {
  const mentions = new Map<string, number[]>()
  for (const { ledger } of items) {
    for (const { aspect, positive, negative } of ledger.aspects) {
      if (positive + negative > 0) mentions.set(aspect, [...(mentions.get(aspect) ?? []), positive + negative])
    }
  }
  const wanted = new Set(items.flatMap((item) => item.wanted.map(({ aspect }) => aspect)))
  return [...mentions]
    .filter(([aspect, counts]) => (counts.length >= 2 && Math.max(...counts) >= 2) || wanted.has(aspect))
    .toSorted(
      ([a, x], [b, y]) =>
        Number(wanted.has(b)) - Number(wanted.has(a)) ||
        Math.min(...y) * y.length - Math.min(...x) * x.length ||
        (a < b ? -1 : 1),
    )
    .map(([aspect]) => aspect)
}

/** The table of a comparison: one row an aspect, one cell an item, each cell cited for and against. */
export function comparisonData(items: RankedItem[], book: EvidenceBook): ComparisonData {
  return {
    items: items.map(({ item, ledger, confidence }) => ({
      itemId: item.itemId,
      name: item.name,
      ...(item.price ? { price: item.price } : {}),
      rating: ledger.rating,
      confidence,
    })),
    aspects: comparedAspects(items)
      .slice(0, ROWS)
      .map((aspect) => ({
        aspect,
        cells: items.map(({ item, ledger }) => {
          const row = ledger.aspects.find((candidate) => candidate.aspect === aspect)
          if (!row) return null
          const { positive, negative, mentions } = row
          return {
            aspect,
            positive,
            negative,
            mentions,
            evidence: [
              ...(positive > 0 ? book.cite({ itemId: item.itemId, aspect, polarity: 'positive', count: 1 }) : []),
              ...(negative > 0 ? book.cite({ itemId: item.itemId, aspect, polarity: 'negative', count: 1 }) : []),
            ],
          }
        }),
      })),
  }
}
