import type { Confidence } from '@reviewguide/contracts'
import { confidenceOf, type ItemScore, NO_PRIOR, RATING_PRIOR_STRENGTH, scoreItem } from '@reviewguide/opinions'
import type { AspectLedger, Candidate, CategoryPrior, ItemLedger } from '../ports/index.ts'

/** A candidate with its figures and its score for the need. */
export interface RankedItem {
  item: Candidate
  ledger: ItemLedger
  prior: CategoryPrior
  score: ItemScore
  /** What the order goes by, 0 to 1. */
  fit: number
  confidence: Confidence
  /** The wanted aspects that its reviews mention, in the order wanted. */
  wanted: AspectLedger[]
  reviews: number
}

/** Fewer reviews than this cannot carry a recommendation: one more would turn the figures over. */
export const ENOUGH_REVIEWS = 5

/** Part of the fit that the item's own words may take away; more would let a listing's wording beat its reviews. */
const RELEVANCE_PART = 0.12

/**
 * Scores candidates for the wanted aspects and orders them: by the lower end of the score's interval, lessened by up to an eighth where the item's own
 * words do not fit the question. Ties go to more reviews, then to the name. Knows no price, no affiliate field and no seller.
 *
 * @returns those with enough reviews in their order, and apart from them those with too few to be judged
 */
export function rankItems(input: {
  candidates: Candidate[]
  ledgers: ItemLedger[]
  priors: CategoryPrior[]
  aspects: string[]
}): {
  ranked: RankedItem[]
  tooFew: RankedItem[]
} {
  const ledgers = new Map(input.ledgers.map((ledger) => [ledger.itemId, ledger]))
  const priors = new Map(input.priors.map((prior) => [prior.category, prior]))
  const scored = input.candidates.flatMap((item) => {
    const ledger = ledgers.get(item.itemId)
    const prior = priors.get(item.category) ?? {
      category: item.category,
      ratingMean: null,
      aspects: {},
      usual: NO_PRIOR,
    }
    return ledger ? [scoreOne(item, ledger, prior, input.aspects)] : []
  })
  scored.sort((a, b) => b.fit - a.fit || b.reviews - a.reviews || (a.item.name < b.item.name ? -1 : 1))
  return {
    ranked: scored.filter(({ reviews }) => reviews >= ENOUGH_REVIEWS),
    tooFew: scored.filter(({ reviews }) => reviews < ENOUGH_REVIEWS),
  }
}

function scoreOne(item: Candidate, ledger: ItemLedger, prior: CategoryPrior, aspects: string[]): RankedItem {
  const byName = new Map(ledger.aspects.map((aspect) => [aspect.aspect, aspect]))
  const wanted = aspects.flatMap((aspect) => byName.get(aspect) ?? [])
  const score = scoreItem({
    rating: ledger.rating.adjusted,
    ratingWeight: ledger.ratingWeight,
    tone: ledger.tone,
    reviews: ledger.reviews,
    // An aspect that nobody mentions stands at what is usual in the category, with no votes of its own.
    aspects: aspects.map((aspect) => ({
      positive: byName.get(aspect)?.positiveWeight ?? 0,
      negative: byName.get(aspect)?.negativeWeight ?? 0,
      prior: prior.aspects[aspect] ?? prior.usual,
    })),
    prior: { ratingMean: prior.ratingMean, strength: RATING_PRIOR_STRENGTH },
  })
  const reviews = ledger.reviews
  const mentions = aspects.length > 0 ? Math.max(0, ...wanted.map((aspect) => aspect.mentions)) : reviews
  return {
    item,
    ledger,
    prior,
    score,
    fit: score.lower * (1 - RELEVANCE_PART + RELEVANCE_PART * item.relevance),
    confidence: confidenceOf({ reviews, mentions, width: score.upper - score.lower }),
    wanted,
    reviews,
  }
}
