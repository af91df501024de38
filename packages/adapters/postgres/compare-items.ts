import type { AspectCount, ComparisonData, Confidence, ItemId, Rating } from '@reviewguide/contracts'
import type { ReviewGuideDatabase } from './connect.ts'
import { readItems } from './read-item.ts'

/** How sure the figures of one item are: `ratingWeight` in full votes, `reviews` all of them, rated or not. */
export type ConfidenceOf = (figures: { rating: Rating; ratingWeight: number; reviews: number }) => Confidence

/** Rows of a comparison: what fits a screen, and beyond the tenth aspect hardly two items are spoken of alike. */
const MOST_ASPECTS = 10

/** Items side by side, aspects by how much all of them together are spoken of; null when one of them is unknown. */
export async function compareItems(
  db: ReviewGuideDatabase,
  itemIds: readonly ItemId[],
  confidenceOf: ConfidenceOf,
): Promise<ComparisonData | null> {
  const items = await readItems(db, itemIds)
  if (items.length < itemIds.length) return null
  const mentions = new Map<string, number>()
  for (const { item } of items) {
    for (const { aspect, mentions: more } of item.aspects) mentions.set(aspect, (mentions.get(aspect) ?? 0) + more)
  }
  const aspects = [...mentions.keys()]
    .sort((a, b) => (mentions.get(b) ?? 0) - (mentions.get(a) ?? 0) || a.localeCompare(b))
    .slice(0, MOST_ASPECTS)
  const cell = (counts: readonly AspectCount[], aspect: string) => {
    const count = counts.find((one) => one.aspect === aspect)
    return count ? { ...count, evidence: [] } : null
  }
  return {
    items: items.map(({ item: { itemId, name, price, rating }, ratingWeight, reviews }) => ({
      itemId,
      name,
      ...(price && { price }),
      rating,
      confidence: confidenceOf({ rating, ratingWeight, reviews }),
    })),
    aspects: aspects.map((aspect) => ({ aspect, cells: items.map(({ item }) => cell(item.aspects, aspect)) })),
  }
}
