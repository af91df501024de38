import type { Polarity, Trust } from '@reviewguide/contracts'
import type { TrustContext } from '@reviewguide/opinions'

/** A cleaned review as the analysis sees it. */
export interface ReviewText {
  body: string
  title: string | null
  category: string
  /** In stars, 1 to 5. */
  rating: number | null
  writtenAt: string | null
  author: string | null
  verified: boolean | null
  helpfulVotes: number | null
  /** As the source names it; null when it does not say. */
  language: string | null
}

/** One opinion. Offsets are UTF-16 units of the body; the term lies within the quote. */
export interface FoundOpinion {
  aspect: string
  polarity: Polarity
  term: string
  termStart: number
  termEnd: number
  quoteStart: number
  quoteEnd: number
  /** Null where the aspect is listed; else whether it is spoken of as a part of the thing. */
  definite: boolean | null
}

export interface AnalysedReview {
  opinions: FoundOpinion[]
  /** Trust of the review by itself; `Weigh` takes the context into account once the corpus is known. */
  trust: Trust
  language: string | null
  /** How it leans as a whole, by its words and stars, -1 (all complaint) to 1 (all praise); null where there are neither. */
  tone: number | null
  /** The same for texts that differ in case, spacing and punctuation only; null where repetition says nothing, as of "good product". */
  fingerprint: string | null
  /** Signed integers of 32 bits that stand for the text: near copies share some. Empty where the fingerprint is null, and for short texts. */
  sketch: number[]
}

/** Finds the opinions of reviews and weighs them. */
export interface Analyser {
  /** One result for each review, in their order; calls may overlap. */
  analyse(reviews: ReviewText[]): Promise<AnalysedReview[]>
  close(): Promise<void>
}

/** The trust of a review within its context; the same input gives the same weight. */
export type Weigh = (
  review: Omit<ReviewText, 'category' | 'language'> & { polarities: Polarity[] },
  context: TrustContext,
) => Trust
