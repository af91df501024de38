import type { Item } from '@reviewguide/contracts'
import type { EvidenceSource, Quote } from '@reviewguide/workflow/ports'
import { type ItemAspects, type ScoredAspect, scoredItems } from './aspect-scores.ts'

/** One side's best quote: a span of a stored review, in UTF-16 units. */
export type AspectQuote = Pick<Quote, 'reviewId' | 'quote' | 'start' | 'end'>

export interface QuotedAspects extends Omit<ItemAspects, 'aspects'> {
  category: string
  aspects: (ScoredAspect & { praise: AspectQuote | null; complaint: AspectQuote | null })[]
}

/** Aspects whose quotes are asked for at once. */
const AT_ONCE = 40

/** Every aspect of one item, with its score and one quote each way where there is one. */
export async function itemAspects(item: Item, evidence: EvidenceSource, signal: AbortSignal): Promise<QuotedAspects> {
  const scored = await Array.fromAsync(scoredItems([item], evidence, signal))
  const aspects = scored.flatMap((one) => one.aspects).filter(({ mentions }) => mentions > 0)
  const quotes: Quote[] = []
  for (let at = 0; at < aspects.length; at += AT_ONCE) {
    const names = aspects.slice(at, at + AT_ONCE).map(({ aspect }) => aspect)
    quotes.push(...(await evidence.quotes({ itemIds: [item.itemId], aspects: names, perSide: 1 }, signal)))
  }
  const best = (aspect: string, polarity: Quote['polarity']): AspectQuote | null => {
    const found = quotes.find((quote) => quote.aspect === aspect && quote.polarity === polarity)
    return found ? { reviewId: found.reviewId, quote: found.quote, start: found.start, end: found.end } : null
  }
  return {
    itemId: item.itemId,
    externalId: item.externalId,
    name: item.name,
    category: item.category,
    aspects: aspects.map((row) => ({
      ...row,
      praise: best(row.aspect, 'positive'),
      complaint: best(row.aspect, 'negative'),
    })),
  }
}
