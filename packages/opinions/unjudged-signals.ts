/** Reviews from which an item has a rhythm that a burst could break. */
const FEWEST_DATED = 10

/** How many of an item's reviews tell what the signals of trust need. */
export interface TrustCoverage {
  reviews: number
  dated: number
  authored: number
  verificationKnown: number
  /** Whether the item's brand is known. */
  branded: boolean
}

/** The signals of trust that an item's data is not enough for, each with the reason in plain words. What is missing lowers nothing. */
export function unjudgedSignals(coverage: TrustCoverage): { name: string; text: string }[] {
  const { reviews, dated, authored, verificationKnown, branded } = coverage
  if (reviews === 0) return []
  const missing = (name: string, isMissing: boolean, text: string) => (isMissing ? [{ name, text }] : [])
  return [
    ...missing('burst', dated === 0, 'bursts of reviews, because none bears a date'),
    ...missing(
      'burst',
      dated > 0 && dated < FEWEST_DATED,
      `bursts of reviews, because only ${dated === 1 ? 'one bears' : `${dated} bear`} a date`,
    ),
    ...missing('same_author', authored === 0, 'one-sided authors, because none is named'),
    ...missing(
      'one_brand_author',
      authored > 0 && !branded,
      'authors who praise one brand alone, because the brand is unknown',
    ),
    ...missing('not_verified', verificationKnown === 0, 'purchases, because the source does not tell who bought'),
  ]
}
