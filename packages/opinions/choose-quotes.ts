import { consensus, type ReadQuote, readQuote } from './quote-concepts.ts'
import { LENGTH_POWER } from './representative-quotes.ts'

/** A span of one review that could be quoted. Quotes of one review must follow each other. */
export interface QuoteCandidate {
  /** Tells reviews apart. */
  reviewId: string
  text: string
  /** The trust of its review, 0 to 1. */
  weight: number
  helpfulVotes: number | null
  /** ISO 8601 in UTC, or null. */
  writtenAt: string | null
  /** What it can be quoted for: one for each aspect and side that it speaks to. */
  cells: readonly string[]
}

/** What others say on the same aspect and side counts this much more than what they say of the item elsewhere. */
const CELL_WEIGHT = 2

/** Each doubling of helpful votes. Votes are few and early reviews gather most of them, so they decide among quotes that say alike. */
const VOTE_WORTH = 0.15

/** Reviews looked at for each quote chosen: those that say most, of which later ones may say more that is new. */
const LOOKED_AT = 5

/** What a quote is worth that shares nothing with others, so that trust, votes and wording still decide. */
const ALONE = 0.05

/**
 * Chooses the quotes of one item that stand for each of its aspects and sides: those that say what most say there, weighed by trust, then by how well they stand alone, by helpful votes, and by
 * date; a second one is chosen for what the first leaves unsaid, which may be another sentence of a review than its best. Each review once and each wording once a cell. The measure is that of `representativeQuotes`. The order of
 * the reviews changes nothing when they come sorted.
 *
 * @returns by cell, indices into `candidates`, best first, at most `perCell`
 */
export function chooseQuotes(candidates: readonly QuoteCandidate[], perCell: number): Map<string, number[]> {
  const read = candidates.map(({ text }) => readQuote(text))
  const ofItem = consensusOf(voicesOf(candidates, read, candidates.keys()))
  const byCell = new Map<string, number[]>()
  candidates.forEach(({ cells }, at) => {
    for (const cell of cells) {
      const members = byCell.get(cell)
      if (members) members.push(at)
      else byCell.set(cell, [at])
    }
  })
  return new Map(
    [...byCell].map(([cell, members]) => {
      if (members.length === 1) return [cell, members]
      const ofCell = consensusOf(voicesOf(candidates, read, members))
      const shared = (concept: number) => (ofItem.get(concept) ?? 0) + CELL_WEIGHT * (ofCell.get(concept) ?? 0)
      return [cell, cover(candidates, read, members, shared, perCell)]
    }),
  )
}

/** Best first by worth, each for what those before it leave unsaid; of each review and each wording one: ten times "good product" is one quote. */
function cover(
  candidates: readonly QuoteCandidate[],
  read: readonly ReadQuote[],
  members: readonly number[],
  shared: (concept: number) => number,
  most: number,
): number[] {
  const covered = new Set<number>()
  const worthOf = (at: number): number => {
    const { weight, helpfulVotes } = candidates[at] as QuoteCandidate
    const { concepts, length, quality } = read[at] as ReadQuote
    let gain = ALONE
    for (const [concept, amount] of concepts) if (!covered.has(concept)) gain += amount * shared(concept)
    const votes = 1 + VOTE_WORTH * Math.log2(1 + (helpfulVotes ?? 0))
    return (gain * quality * weight * votes) / Math.max(1, length) ** LENGTH_POWER
  }
  const byWorth = (some: readonly number[]): number[] => {
    return some
      .map((at) => ({ at, worth: worthOf(at) }))
      .sort(
        (a, b) => b.worth - a.worth || compare(candidates[b.at] as QuoteCandidate, candidates[a.at] as QuoteCandidate),
      )
      .map(({ at }) => at)
  }
  let left = ofBestReviews(candidates, byWorth(members), most * LOOKED_AT)
  const chosen: number[] = []
  while (chosen.length < most && left.length > 0) {
    const [best = 0] = byWorth(left)
    chosen.push(best)
    for (const concept of (read[best] as ReadQuote).concepts.keys()) covered.add(concept)
    left = left.filter((at) => candidates[at]?.reviewId !== candidates[best]?.reviewId)
  }
  return chosen
}

/** What voices are worth together, where more than one speaks: most concepts are one review's alone. */
function consensusOf(voices: ReadonlyMap<number, number>): Map<number, number> {
  const worth = new Map<number, number>()
  for (const [concept, weight] of voices) if (weight > 1) worth.set(concept, consensus(weight))
  return worth
}

/** For each concept the trust of the reviews that say it, each once. */
function voicesOf(
  candidates: readonly QuoteCandidate[],
  read: readonly ReadQuote[],
  members: Iterable<number>,
): Map<number, number> {
  const voices = new Map<number, number>()
  let review: string | undefined
  // What a review says in several sentences is said once; most say one thing in one, and need no memory of it.
  let before: readonly ReadQuote[] = []
  for (const at of members) {
    const { reviewId, weight } = candidates[at] as QuoteCandidate
    const quote = read[at] as ReadQuote
    if (reviewId !== review) before = []
    review = reviewId
    for (const concept of quote.concepts.keys())
      if (!before.some(({ concepts }) => concepts.has(concept)))
        voices.set(concept, (voices.get(concept) ?? 0) + weight)
    before = [...before, quote]
  }
  return voices
}

/** The first of each wording, of the first so many reviews. */
function ofBestReviews(candidates: readonly QuoteCandidate[], sorted: readonly number[], reviews: number): number[] {
  const wordings = new Set<string>()
  const writers = new Set<string>()
  const kept: number[] = []
  for (const at of sorted) {
    const { reviewId, text } = candidates[at] as QuoteCandidate
    const wording = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    if (wordings.has(wording)) continue
    wordings.add(wording)
    if (writers.size === reviews && !writers.has(reviewId)) break
    writers.add(reviewId)
    kept.push(at)
  }
  return kept
}

/** Later first, then by id. */
const compare = (a: QuoteCandidate, b: QuoteCandidate) =>
  order(a.writtenAt ?? '', b.writtenAt ?? '') || order(b.reviewId, a.reviewId)
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
