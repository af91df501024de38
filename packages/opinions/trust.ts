import type { Polarity, Trust } from '@reviewguide/contracts'
import type { OwnReviews } from './one-sided-authors.ts'
import type { Copies } from './originality.ts'
import { countRuns, isPlain } from './plain-text.ts'

/** What is known of a review. Fields that the source does not have are left out or null, and lower nothing. */
export interface TrustReview {
  text: string
  title?: string | null
  /** 1 to 5 stars. */
  rating?: number | null
  verified?: boolean | null
  helpfulVotes?: number | null
  writtenAt?: string | null
  author?: string | null
  opinions: readonly { polarity: Polarity }[]
}

/** What the rest of the corpus says about a review; `alone` where it says nothing. */
export interface TrustContext extends OwnReviews {
  /** Other reviews, of any item, whose normalised text is the same, and the other items that this one itself is listed under; null where there are neither. */
  same: (Copies & { listed: number }) | null
  /** Other reviews whose text is nearly the same, and most word triples in common with one of them; null where there are none. */
  near: (Copies & { triples: number }) | null
  /** In a burst against its own item's rhythm: the share of the burst that the rhythm explains, 0 to 1. Null outside of bursts. */
  burst: number | null
}

/** The context of a review that nothing else is known about. */
export const alone: TrustContext = { same: null, near: null, burst: null, ofItem: 1, ofBrand: 0 }

type Signal = Trust['signals'][number]

const promotional = [
  /\b(?:promo|coupon|discount) code\b/i,
  /\bhttps?:\/\/|\bwww\.\w/i,
  /\b(?:check out|visit|follow|subscribe to) (?:my|our) (?:channel|blog|page|site|website|store|shop|instagram)\b/i,
  /\b(?:dm|whatsapp|telegram|call|text|email) (?:me|us) (?:at|on|for)\b/i,
  /\b(?:received|got|given) (?:this|it|the \w+|a \w+) (?:for free|free of charge|at (?:a|no) (?:discount|cost))\b/i,
  /\bin exchange for (?:an?|my) (?:\w+ )?(?:review|opinion|feedback)\b/i,
  /\bbuy now\b|\border (?:yours )?(?:now|today)\b|\blimited[- ]time offer\b|\b100 ?% (?:genuine|satisfaction|money.back)\b/i,
]

/** Words below which a text counts as short: a short text that others also wrote is coincidence, not copying. */
const SHORT = 5

/** Words from which the same text is never written twice by chance, and word triples from which nearly the same one is not. */
const LONG = 12
const MANY_TRIPLES = 10

/** Correlation of what one person says of several things of one brand: together n of them say as much as n / (1 + (n - 1) × this) strangers (Kish's design effect, 1965). */
const BRAND_CORRELATION = 0.1

/** A loyal customer is no liar: praise of one brand never takes more. */
const MOST_FOR_BRAND = 0.3

/** A review never counts less: a signal is no proof. */
const LEAST = 0.05

/**
 * Weighs one review by named signals; each says in plain words what it saw and what it took away. weight = 1 + the sum of effects, held within 0.05 and 1.
 *
 * What weighs much follows one thought, that reviews count together like the testimonies they stand for: copies of a text like one, the reviews that one person writes of an item like one, a burst like
 * a busy day of its item. A signal is a reason for care and no verdict, and honest reviews wrongly doubted are the worse error: likeness that chance explains, loyalty, a missing receipt take little.
 */
export function weighReview(review: TrustReview, context: TrustContext): Trust {
  const words = countWords(review.text)
  const signals = [
    repetition(words, context),
    burst(words, review, context),
    oneAuthor(context),
    promotion(review.text),
    atOdds(review),
    noDetail(words, review),
    review.verified === false ? signal('not_verified', -0.05, 'The purchase is not verified.') : null,
    // What rounds to nothing takes nothing, and is no reason to name it.
  ].filter((found): found is Signal => found !== null && found.effect < 0)
  const weight = signals.reduce((sum, { effect }) => sum + effect, 1)
  return { weight: round(Math.min(1, Math.max(LEAST, weight))), signals }
}

/** Whether a text is long enough for its repetition to say anything: see `repetition`. */
export const repetitionTells = (text: string): boolean => countWords(text) >= SHORT

/** Words of a text; in scripts that leave no space between them two letters count as one. */
function countWords(text: string): number {
  const runs = countRuns(text, { marks: true })
  if (isPlain(text)) return runs
  const unspaced = text.match(
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu,
  )
  return runs + Math.floor((unspaced?.length ?? 0) / 2)
}

function repetition(words: number, { same, near }: TrustContext): Signal | null {
  if (words < SHORT) return null
  if (same !== null && same.original < 1) {
    // A few words may be the same by chance; a paragraph may not.
    const certainty = words < 8 ? 0.2 : words < LONG ? 0.4 : 1
    return signal(
      'repeated_text',
      -certainty * (1 - same.original),
      `The same text appears in ${count(same.others)}${first(same)}.`,
    )
  }
  // One review that a shop lists under several variants, or one text that somebody had for several things on one day.
  if (same !== null && same.listed > 0)
    return signal('repeated_text', -0.05, `Its author gave the same text to ${things(same.listed)} at the same time.`)
  if (near !== null && near.original < 1)
    return signal(
      'near_repeated_text',
      -(near.triples < MANY_TRIPLES ? 0.4 : 0.85) * (1 - near.original),
      `Nearly the same text appears in ${count(near.others)}${first(near)}.`,
    )
  return null
}

const first = ({ original, others }: Copies) =>
  original > 0 ? '' : others === 1 ? ', which was written first' : ', one of which was written first'

/** In a burst, what says least is least likely to be what somebody had to say. */
function burst(words: number, { opinions }: TrustReview, { burst: explained }: TrustContext): Signal | null {
  if (explained === null || explained >= 1) return null
  const share = words < LONG && opinions.length < 2 ? explained / 2 : explained
  return signal(
    'burst',
    -(1 - share),
    'Written in a burst that is unusual for this item; together its reviews count like a busy day.',
  )
}

function oneAuthor({ ofItem, ofBrand }: TrustContext): Signal | null {
  if (ofItem > 1)
    return signal(
      'same_author',
      -(1 - 1 / ofItem),
      `Its author wrote ${ofItem} reviews of this item; together they count as one.`,
    )
  if (ofBrand > 1) {
    const effect = 1 - 1 / (1 + BRAND_CORRELATION * (ofBrand - 1))
    return signal(
      'one_brand_author',
      -Math.min(MOST_FOR_BRAND, effect),
      `Its author praises this brand alone, in ${ofBrand} reviews.`,
    )
  }
  return null
}

function promotion(text: string): Signal | null {
  const hits = promotional.filter((pattern) => pattern.test(text)).length
  if (hits === 0) return null
  return signal(
    'promotional',
    hits > 1 ? -0.4 : -0.2,
    'Reads like advertising, or says that the item was given for free.',
  )
}

/** Stars against a text that says the opposite, on at least three clear opinions, all but unanimous: one complaint under five stars is normal. */
function atOdds({ rating, opinions }: TrustReview): Signal | null {
  if (rating === undefined || rating === null) return null
  const positive = opinions.filter(({ polarity }) => polarity === 'positive').length
  const negative = opinions.filter(({ polarity }) => polarity === 'negative').length
  const odd = (rating >= 4.5 && negative >= 3 && positive === 0) || (rating <= 1.5 && positive >= 3 && negative === 0)
  return odd
    ? signal('rating_at_odds', -0.2, `The ${round(rating)}-star rating does not fit what the text says.`)
    : null
}

function noDetail(words: number, { opinions, helpfulVotes }: TrustReview): Signal | null {
  if (words >= 4 || opinions.length > 0 || (helpfulVotes ?? 0) > 0) return null
  return signal('no_detail', -0.1, 'Too short to say why.')
}

const signal = (name: string, effect: number, text: string): Signal => ({ name, effect: round(effect), text })
const count = (n: number) => (n === 1 ? 'one other review' : `${n} other reviews`)
const things = (n: number) => (n === 1 ? 'one other item' : `${n} other items`)
const round = (value: number) => Math.round(value * 1000) / 1000
