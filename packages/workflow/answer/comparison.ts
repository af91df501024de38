import type { ComparisonData } from '@reviewguide/contracts'
import type { RankedItem } from '../ranking/rank-items.ts'
import type { EvidenceBook } from './evidence-book.ts'

/** Most rows of the table; below them stand aspects that hardly anybody mentions. */
const ROWS = 10

/** Judgements that one item's reviews alone must give on an aspect for it to have a row of its own. */
const ALONE = 3

/**
 * Aspects to compare by: those asked for, then those that the reviews of at least two items judge (one of them twice), then those on which one item's
 * reviews alone say much; within each by how much all of them discuss it.
 */
export function comparedAspects(items: RankedItem[]): string[] {
  const judged = new Map<string, number[]>()
  for (const { ledger } of items) {
    for (const { aspect, positive, negative } of ledger.aspects) {
      if (positive + negative > 0) judged.set(aspect, [...(judged.get(aspect) ?? []), positive + negative])
    }
  }
  const wanted = new Set(items.flatMap((item) => item.wanted.map(({ aspect }) => aspect)))
  const rows = [...judged].map(([aspect, counts]) => {
    const most = Math.max(...counts)
    const place = wanted.has(aspect)
      ? 0
      : counts.length >= 2 && most >= 2
        ? 1
        : counts.length === 1 && most >= ALONE
          ? 2
          : 3
    return { aspect, place, weight: Math.min(...counts) * counts.length }
  })
  return rows
    .filter(({ place }) => place < 3)
    .toSorted((a, b) => a.place - b.place || b.weight - a.weight || (a.aspect < b.aspect ? -1 : 1))
    .map(({ aspect }) => aspect)
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
              ...(positive > 0
                ? book.cite({ itemId: item.itemId, aspect, polarity: 'positive', count: 1, again: true })
                : []),
              ...(negative > 0
                ? book.cite({ itemId: item.itemId, aspect, polarity: 'negative', count: 1, again: true })
                : []),
            ],
          }
        }),
      })),
  }
}
