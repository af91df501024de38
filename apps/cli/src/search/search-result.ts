import type { AspectCount, Confidence, Item, ItemId, Money, Polarity, Rating, ReviewId } from '@reviewguide/contracts'
import type { FoundItem, Ranking } from '@reviewguide/workflow/rank-query'

/** An item of a search as JSON. Shares and scores are 0 to 1. */
export interface SearchItem {
  rank: number
  itemId: ItemId
  externalId: string | null
  name: string
  brand: string | null
  category: string
  kind: Item['kind']
  price: Money | null
  /** How well its reviews speak for the need, with the ends of a 90 % interval. */
  score: number
  interval: { lower: number; upper: number }
  /** What the order of judged items goes by: the lower end, lessened where the item's own words do not fit the query, much so for a query by words. */
  fit: number
  confidence: Confidence
  /** False when it has too few reviews to be judged; such items come after the judged ones that fit as well. */
  judged: boolean
  reviews: number
  rating: Rating
  /** The wanted aspects first, then the most discussed. */
  aspects: (AspectCount & { wanted: boolean })[]
  evidence: { reviewId: ReviewId; aspect: string; polarity: Polarity; quote: string; start: number; end: number }[]
}

export const searchItems = ({ items }: Ranking): SearchItem[] => items.map(searchItem)

function searchItem(found: FoundItem, index: number): SearchItem {
  const { item, score, fit, confidence, judged, reviews, ledger, aspects, wanted, quotes } = found
  return {
    rank: index + 1,
    itemId: item.itemId,
    externalId: item.externalId,
    name: item.name,
    brand: item.brand,
    category: item.category,
    kind: item.kind,
    price: item.price,
    score: rounded(score.score),
    interval: { lower: rounded(score.lower), upper: rounded(score.upper) },
    fit: rounded(fit),
    confidence: { ...confidence, value: rounded(confidence.value) },
    judged,
    reviews,
    rating: ledger.rating,
    aspects: aspects.map((row) => ({
      aspect: row.aspect,
      positive: row.positive,
      negative: row.negative,
      mentions: row.mentions,
      wanted: wanted.includes(row),
    })),
    evidence: quotes.map(({ reviewId, aspect, polarity, quote, start, end }) => ({
      reviewId,
      aspect,
      polarity,
      quote,
      start,
      end,
    })),
  }
}

/** Six decimals: no digit that means anything is lost, and items that differ stay apart. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6
