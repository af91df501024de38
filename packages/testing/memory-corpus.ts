import type { Item, ItemId, Kind, Money, Polarity, Rating, Review, ReviewId } from '@reviewguide/contracts'
import { adjustRating, countAspects, RATING_PRIOR_STRENGTH, summariseRatings } from '@reviewguide/opinions'
import type { AspectLedger, ItemLedger } from '@reviewguide/workflow/ports'

/** An opinion of a written review: the words that name the aspect and the sentence that judges it, both found in the text. */
export interface OpinionSketch {
  aspect: string
  polarity: Polarity
  quote: string
  /** Left out: the aspect itself. Must stand in the quote. */
  term?: string
}

export interface ReviewSketch {
  text: string
  title?: string
  rating?: number
  writtenAt?: string
  author?: string
  verified?: boolean
  helpfulVotes?: number
  /** 0 to 1; 1 when left out. */
  trust?: number
  source?: string
  /** -1 to 1; unknown when left out. */
  tone?: number
  opinions?: OpinionSketch[]
}

export interface ItemSketch {
  /** `itm_` and what follows. */
  id: string
  name: string
  category: string
  kind?: Kind
  brand?: string
  price?: Money
  attributes?: Item['attributes']
  reviews: ReviewSketch[]
}

export interface MemoryOpinion {
  aspect: string
  polarity: Polarity
  term: { start: number; end: number }
  quote: { start: number; end: number }
}

export interface MemoryReview extends Omit<Review, 'opinions'> {
  opinions: MemoryOpinion[]
  tone: number | null
}

/** A corpus small enough to be seen at once, with every figure that an import would have computed. */
export interface MemoryCorpus {
  items: Item[]
  reviews: MemoryReview[]
  ledgers: Map<ItemId, ItemLedger>
  categoryAspects: {
    category: string
    aspect: string
    mentions: number
    positive: number
    negative: number
    terms: string[]
  }[]
}

/** Makes a corpus of sketches. Throws when an opinion's words are not in its review: a fixture must not lie about spans. */
export function memoryCorpus(sketches: readonly ItemSketch[]): MemoryCorpus {
  const reviews = sketches.flatMap((item) => item.reviews.map((review, at) => reviewOf(item, review, at)))
  const reviewsOf = Map.groupBy(reviews, (review) => review.itemId)
  const categoryMeans = new Map(
    [...Map.groupBy(sketches, (item) => item.category)].map(([category, items]) => [
      category,
      summariseRatings(items.flatMap((item) => rated(reviewsOf.get(item.id as ItemId) ?? []))).mean,
    ]),
  )
  const ledgers = new Map<ItemId, ItemLedger>()
  const items = sketches.map((sketch): Item => {
    const itemId = sketch.id as ItemId
    const own = reviewsOf.get(itemId) ?? []
    const { weight, ...summary } = summariseRatings(rated(own))
    const prior = { mean: categoryMeans.get(sketch.category) ?? null, strength: RATING_PRIOR_STRENGTH }
    const rating: Rating = { ...summary, adjusted: summary.mean === null ? null : adjustRating(summary, prior) }
    ledgers.set(itemId, {
      itemId,
      reviews: own.length,
      rating,
      ratingWeight: weight,
      tone: toneOf(own),
      aspects: ledgerOf(own),
    })
    return {
      itemId,
      externalId: sketch.id.slice(4),
      name: sketch.name,
      kind: sketch.kind ?? 'product',
      brand: sketch.brand ?? null,
      category: sketch.category,
      price: sketch.price ?? null,
      url: null,
      image: null,
      attributes: sketch.attributes ?? {},
      source: own[0]?.source.name ?? 'sample',
      rating,
    }
  })
  return { items, reviews, ledgers, categoryAspects: categoryAspects(items, reviewsOf) }
}

const rated = (reviews: readonly MemoryReview[]) =>
  reviews.flatMap(({ rating, trust }) => (rating === null ? [] : [{ rating, weight: trust.weight }]))

/** Mean of the tones that are given, by trust. */
function toneOf(reviews: readonly MemoryReview[]): number | null {
  const heard = reviews.flatMap(({ tone, trust }) => (tone === null ? [] : [{ tone, weight: trust.weight }]))
  const weight = heard.reduce((sum, review) => sum + review.weight, 0)
  return weight > 0 ? heard.reduce((sum, review) => sum + review.tone * review.weight, 0) / weight : null
}

const counted = (reviews: readonly MemoryReview[]) =>
  countAspects(
    reviews.map(({ text, trust, opinions }) => ({
      weight: trust.weight,
      opinions: opinions.map(({ aspect, polarity, term }) => ({
        aspect,
        polarity,
        term: text.slice(term.start, term.end),
      })),
    })),
  )

function ledgerOf(reviews: readonly MemoryReview[]): AspectLedger[] {
  return counted(reviews).map(({ terms: _terms, ...ledger }) => ledger)
}

function categoryAspects(
  items: readonly Item[],
  reviewsOf: Map<ItemId, MemoryReview[]>,
): MemoryCorpus['categoryAspects'] {
  return [...Map.groupBy(items, (item) => item.category)].flatMap(([category, members]) =>
    counted(members.flatMap((item) => reviewsOf.get(item.itemId) ?? [])).map(
      ({ aspect, mentions, positive, negative, terms }) => ({
        category,
        aspect,
        mentions,
        positive,
        negative,
        terms,
      }),
    ),
  )
}

function reviewOf(item: ItemSketch, sketch: ReviewSketch, at: number): MemoryReview {
  return {
    reviewId: `rev_${item.id.slice(4)}${String(at).padStart(3, '0')}` as ReviewId,
    itemId: item.id as ItemId,
    itemName: item.name,
    title: sketch.title ?? null,
    text: sketch.text,
    rating: sketch.rating ?? null,
    writtenAt: sketch.writtenAt === undefined ? null : new Date(sketch.writtenAt).toISOString(),
    author: sketch.author ?? null,
    verified: sketch.verified ?? null,
    helpfulVotes: sketch.helpfulVotes ?? null,
    language: 'en',
    tone: sketch.tone ?? null,
    source: { name: sketch.source ?? 'sample' },
    trust: { weight: sketch.trust ?? 1, signals: [] },
    opinions: (sketch.opinions ?? []).map(({ aspect, polarity, quote, term = aspect }) => {
      const start = sketch.text.indexOf(quote)
      const inside = quote.toLowerCase().indexOf(term.toLowerCase())
      if (start < 0 || inside < 0) throw new Error(`"${term}" in "${quote}" does not stand in a review of ${item.name}`)
      return {
        aspect,
        polarity,
        term: { start: start + inside, end: start + inside + term.length },
        quote: { start, end: start + quote.length },
      }
    }),
  }
}
