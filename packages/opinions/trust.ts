import type { Polarity, Trust } from '@reviewguide/contracts'

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

/** What the rest of the corpus says about a review. */
export interface TrustContext {
  /** Other reviews, of any item, whose normalised text is the same. */
  sameText: number
  /** Other reviews whose text is nearly the same. */
  nearSameText: number
  /** Whether the review falls into a burst against its item's own rhythm. */
  burst: boolean
}

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

/**
 * Weighs one review by named signals; each says in plain words what it saw and what it took away. weight = 1 + the sum of effects, held within 0.05 and 1.
 * A signal is a reason for care and no verdict, and only repetition and bursts weigh much: honest reviews wrongly doubted are the worse error.
 */
export function weighReview(review: TrustReview, context: TrustContext): Trust {
  const words = review.text.match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0
  const signals = [
    repetition(words, context),
    context.burst ? signal('burst', -0.35, 'Written in a burst of reviews that is unusual for this item.') : null,
    promotion(review.text),
    atOdds(review),
    noDetail(words, review),
    review.verified === false ? signal('not_verified', -0.05, 'The purchase is not verified.') : null,
  ].filter((found): found is Signal => found !== null)
  const weight = signals.reduce((sum, { effect }) => sum + effect, 1)
  return { weight: round(Math.min(1, Math.max(0.05, weight))), signals }
}

function repetition(words: number, { sameText, nearSameText }: TrustContext): Signal | null {
  if (words < SHORT) return null
  if (sameText > 0) {
    // A few words may be the same by chance; a paragraph may not.
    const effect = words < 8 ? -0.2 : words < 12 ? -0.4 : -0.7
    return signal('repeated_text', effect, `The same text appears in ${count(sameText)}.`)
  }
  if (nearSameText > 0)
    return signal(
      'near_repeated_text',
      words < 12 ? -0.3 : -0.55,
      `Nearly the same text appears in ${count(nearSameText)}.`,
    )
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

const signal = (name: string, effect: number, text: string): Signal => ({ name, effect, text })
const count = (n: number) => (n === 1 ? 'one other review' : `${n} other reviews`)
const round = (value: number) => Math.round(value * 1000) / 1000
