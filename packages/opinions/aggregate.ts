import type { Polarity } from '@reviewguide/contracts'

/** One review's opinions, as far as counting needs them, and what the review weighs (trust times age, 0 to 1). */
export interface CountedReview {
  weight: number
  opinions: readonly { aspect: string; polarity: Polarity; term: string }[]
}

/** What the reviews say on one aspect. `mentions` = positive + negative + undecided, all counts of reviews. */
export interface AspectRow {
  aspect: string
  positive: number
  negative: number
  undecided: number
  mentions: number
  positiveWeight: number
  negativeWeight: number
  /** The words used, most used first, lower case, at most eight. */
  terms: string[]
}

/** The side a review takes on one aspect: only praise, only complaint, or neither. */
export function sideOf(polarities: readonly Polarity[]): 'positive' | 'negative' | 'undecided' {
  const positive = polarities.includes('positive')
  const negative = polarities.includes('negative')
  if (polarities.includes('mixed') || positive === negative) return 'undecided'
  return positive ? 'positive' : 'negative'
}

interface Tally {
  positive: number
  negative: number
  undecided: number
  positiveWeights: number[]
  negativeWeights: number[]
  terms: Map<string, number>
}

/**
 * Counts reviews for and against each aspect. A review counts once an aspect: positive if all it says is positive (neutral remarks aside), negative
 * likewise, otherwise undecided. Rows come most mentioned first, then by name. The order of the input changes no figure: weights are summed in sorted order,
 * since floating-point sums depend on it.
 */
export function countAspects(reviews: Iterable<CountedReview>): AspectRow[] {
  const tallies = new Map<string, Tally>()
  for (const review of reviews) {
    const polarities = new Map<string, Polarity[]>()
    for (const opinion of review.opinions) {
      const list = polarities.get(opinion.aspect)
      if (list) list.push(opinion.polarity)
      else polarities.set(opinion.aspect, [opinion.polarity])
      const terms = tallyOf(tallies, opinion.aspect).terms
      const term = opinion.term.toLowerCase()
      terms.set(term, (terms.get(term) ?? 0) + 1)
    }
    for (const [aspect, list] of polarities) {
      const tally = tallyOf(tallies, aspect)
      const side = sideOf(list)
      tally[side] += 1
      if (side === 'positive') tally.positiveWeights.push(review.weight)
      if (side === 'negative') tally.negativeWeights.push(review.weight)
    }
  }
  return [...tallies]
    .map(([aspect, tally]) => rowOf(aspect, tally))
    .sort((a, b) => b.mentions - a.mentions || compare(a.aspect, b.aspect))
}

function tallyOf(tallies: Map<string, Tally>, aspect: string): Tally {
  let tally = tallies.get(aspect)
  if (!tally) {
    tally = { positive: 0, negative: 0, undecided: 0, positiveWeights: [], negativeWeights: [], terms: new Map() }
    tallies.set(aspect, tally)
  }
  return tally
}

function rowOf(aspect: string, tally: Tally): AspectRow {
  const { positive, negative, undecided } = tally
  return {
    aspect,
    positive,
    negative,
    undecided,
    mentions: positive + negative + undecided,
    positiveWeight: sumSorted(tally.positiveWeights),
    negativeWeight: sumSorted(tally.negativeWeights),
    terms: [...tally.terms]
      .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
      .slice(0, 8)
      .map(([term]) => term),
  }
}

const sumSorted = (values: number[]) => values.sort((a, b) => a - b).reduce((sum, value) => sum + value, 0)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
