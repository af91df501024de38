import { consensus, type ReadQuote, readQuote } from './quote-concepts.ts'

/** A sentence of a review; `review` is any number that tells reviews apart. */
export interface QuotableSentence {
  text: string
  review: number
  /** The trust of its review, 0 to 1; 1 when left out. */
  weight?: number
}

/** Fewer words than this say too little to stand alone. */
const FEWEST_WORDS = 4

/** The middle between 0, where long sentences win because they hold more, and 1, where short ones win because they hold nothing else. */
export const LENGTH_POWER = 0.5

/**
 * Chooses sentences that together represent what the reviews say, best first, until `words` words are reached. What several reviews say counts by the number of reviews (by
 * their trust) that say it, and counts once: a second sentence is chosen for what the first leaves unsaid.
 *
 * Budgeted coverage of concepts (Gillick and Favre 2009; greedy choice as in Lin and Bilmes 2011): concepts are content words and pairs of neighbouring words, weighed by
 * how many reviews beyond one hold them; each step takes the sentence with the most new weight for its length.
 *
 * @returns indices into `sentences`, each once, in the order chosen
 */
export function representativeQuotes(sentences: readonly QuotableSentence[], { words }: { words: number }): number[] {
  const read = sentences.map(({ text }) => readQuote(text))
  const weights = weighConcepts(sentences, read)
  const covered = new Set<number>()
  const left = new Set(read.flatMap(({ length }, at) => (length >= FEWEST_WORDS ? [at] : [])))
  const chosen: number[] = []
  for (let total = 0; total < words && left.size > 0; ) {
    let best = -1
    let most = 0
    for (const at of left) {
      const { concepts, length, quality } = read[at] as ReadQuote
      let gain = 0
      for (const [concept, weight] of concepts) if (!covered.has(concept)) gain += weight * (weights.get(concept) ?? 0)
      const value = (gain * quality * (sentences[at]?.weight ?? 1)) / length ** LENGTH_POWER
      if (value > most) {
        most = value
        best = at
      }
    }
    if (best < 0) break
    left.delete(best)
    chosen.push(best)
    const { concepts, length } = read[best] as ReadQuote
    for (const concept of concepts.keys()) covered.add(concept)
    total += length
  }
  return chosen
}

/** How much it counts that a concept is said: by the trust of the reviews that say it, each once. */
function weighConcepts(sentences: readonly QuotableSentence[], read: readonly ReadQuote[]): Map<number, number> {
  const reviews = new Map<number, Map<number, number>>()
  sentences.forEach(({ review, weight = 1 }, at) => {
    for (const concept of (read[at] as ReadQuote).concepts.keys()) {
      const said = reviews.get(concept) ?? new Map<number, number>()
      reviews.set(concept, said.set(review, weight))
    }
  })
  return new Map(
    [...reviews].map(([concept, said]) => [
      concept,
      consensus([...said.values()].reduce((sum, weight) => sum + weight, 0)),
    ]),
  )
}
