import { z } from 'zod'
import { ItemId, ReviewId } from './ids.ts'

export const Kind = z.enum(['product', 'place', 'service'])
export type Kind = z.infer<typeof Kind>

export const Polarity = z.enum(['positive', 'negative', 'mixed', 'neutral'])
export type Polarity = z.infer<typeof Polarity>

/** An amount in the currency's minor unit (cents) and its ISO 4217 code. */
export const Money = z.object({
  minor: z.number().int().nonnegative(),
  currency: z.string().regex(/^[A-Z]{3}$/),
})
export type Money = z.infer<typeof Money>

/** Five counts: reviews with 1, 2, 3, 4 and 5 stars (fractions are rounded to the nearest star). */
export const Histogram = z.tuple([
  z.number().int(),
  z.number().int(),
  z.number().int(),
  z.number().int(),
  z.number().int(),
])
export type Histogram = z.infer<typeof Histogram>

/** An item's rating on 1 to 5 stars. `mean` is plain, `adjusted` is drawn towards the category's mean when votes are few. Null without a rating. */
export const Rating = z.object({
  mean: z.number().min(1).max(5).nullable(),
  adjusted: z.number().min(1).max(5).nullable(),
  count: z.number().int().nonnegative(),
  histogram: Histogram,
})
export type Rating = z.infer<typeof Rating>

/** How many reviews of an item speak for and against one aspect. A review counts once; `mentions` includes mixed and neutral ones. */
export const AspectCount = z.object({
  aspect: z.string(),
  positive: z.number().int().nonnegative(),
  negative: z.number().int().nonnegative(),
  mentions: z.number().int().nonnegative(),
})
export type AspectCount = z.infer<typeof AspectCount>

/** The weight of a review, 0 to 1, and the named signals that made it so; `effect` is what each took away (negative) or 0. */
export const Trust = z.object({
  weight: z.number().min(0).max(1),
  signals: z.array(z.object({ name: z.string(), effect: z.number(), text: z.string() })),
})
export type Trust = z.infer<typeof Trust>

export const Source = z.object({ name: z.string(), url: z.string().optional() })
export type Source = z.infer<typeof Source>

/** An item as lists show it. */
export const Item = z.object({
  itemId: ItemId,
  externalId: z.string().nullable(),
  name: z.string(),
  kind: Kind,
  brand: z.string().nullable(),
  category: z.string(),
  price: Money.nullable(),
  url: z.string().nullable(),
  image: z.string().nullable(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  source: z.string(),
  rating: Rating,
})
export type Item = z.infer<typeof Item>

/** How the reviews of an item were screened, in counts of reviews. */
export const ItemTrust = z.object({
  /** All reviews of the item: the denominator of the counts below. */
  reviews: z.number().int().nonnegative(),
  /** Those that count less than fully, and less than a half. */
  lowered: z.number().int().nonnegative(),
  belowHalf: z.number().int().nonnegative(),
  /** Reviews with each signal, most frequent first; the names are those of `Trust`. */
  signals: z.array(z.object({ name: z.string(), reviews: z.number().int().positive() })),
  /** Mean of the stars with every review counted fully, and with each counted by its trust; null without a rating. */
  ratingBefore: z.number().min(1).max(5).nullable(),
  ratingAfter: z.number().min(1).max(5).nullable(),
  /** Signals that there is not enough data for, with the reason in plain words; what is missing lowers nothing. */
  unjudged: z.array(z.object({ name: z.string(), text: z.string() })),
})
export type ItemTrust = z.infer<typeof ItemTrust>

/** An item with what its reviews say, aspect by aspect, most mentioned first, and how they were screened; null while they were not. */
export const ItemDetail = Item.extend({ aspects: z.array(AspectCount), trust: ItemTrust.nullable() })
export type ItemDetail = z.infer<typeof ItemDetail>

/** One opinion found in a review: `text.slice(start, end)` of the review is the words that were judged. */
export const OpinionSpan = z.object({
  aspect: z.string(),
  polarity: Polarity,
  start: z.number().int(),
  end: z.number().int(),
})
export type OpinionSpan = z.infer<typeof OpinionSpan>

/** A review as stored; evidence offsets are into `text`, in UTF-16 units. */
export const Review = z.object({
  reviewId: ReviewId,
  itemId: ItemId,
  itemName: z.string(),
  title: z.string().nullable(),
  text: z.string(),
  rating: z.number().min(1).max(5).nullable(),
  writtenAt: z.string().nullable(),
  author: z.string().nullable(),
  verified: z.boolean().nullable(),
  helpfulVotes: z.number().int().nullable(),
  language: z.string().nullable(),
  source: Source,
  trust: Trust,
  opinions: z.array(OpinionSpan),
})
export type Review = z.infer<typeof Review>
