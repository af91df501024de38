import { quoteQuality } from './quote-quality.ts'

/** A sentence of a review; `review` is any number that tells reviews apart. */
export interface QuotableSentence {
  text: string
  review: number
  /** The trust of its review, 0 to 1; 1 when left out. */
  weight?: number
}

/** Words that say nothing of what is spoken about. */
const empty = new Set(
  "a an and are as at be been but by can could did do does for from get got had has have he her him his how i i'm i've if in into is it it's its just me my no not of on one or our out she so some than that the their them then there these they this those to too up us very was we were what when which who will with would you your".split(
    ' ',
  ),
)

/** Fewer words than this say too little to stand alone. */
const FEWEST_WORDS = 4

/** Between 0, where long sentences win because they hold more, and 1, where short ones win because they hold nothing else. */
const LENGTH_POWER = 0.6

/** A pair of words says what is said ("tight liner"), a word alone what it is about. */
const PAIR_WEIGHT = 2

/** Above 1, so that what ten reviews say counts more than two things that five say each. */
const CONSENSUS_POWER = 1.5

/** What the writer did and had says less of the thing, and less that others share, than what is said of the thing itself. */
const own = /\b(?:i|i['’]\w+|my|me|we|we['’]\w+|our|us)\b/i
const OWN_WORTH = 0.5

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
  const read = sentences.map((sentence) => {
    const spoken = wordsOf(sentence.text)
    const quality = 0.5 + 0.5 * quoteQuality(sentence.text)
    const worth = (sentence.weight ?? 1) * quality * (own.test(sentence.text) ? OWN_WORTH : 1)
    return { length: spoken.length, concepts: conceptsOf(spoken), worth }
  })
  const weights = weighConcepts(sentences, read)
  const covered = new Set<string>()
  const left = new Set(read.flatMap(({ length }, at) => (length >= FEWEST_WORDS ? [at] : [])))
  const chosen: number[] = []
  for (let total = 0; total < words && left.size > 0; ) {
    let best = -1
    let most = 0
    for (const at of left) {
      const { concepts, length, worth } = read[at] as Read
      let gain = 0
      for (const concept of concepts) if (!covered.has(concept)) gain += weights.get(concept) ?? 0
      const value = (gain * worth) / length ** LENGTH_POWER
      if (value > most) {
        most = value
        best = at
      }
    }
    if (best < 0) break
    left.delete(best)
    chosen.push(best)
    const { concepts, length } = read[best] as Read
    for (const concept of concepts) covered.add(concept)
    total += length
  }
  return chosen
}

interface Read {
  length: number
  concepts: Set<string>
  worth: number
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? []
const plain = (word: string) => (word.length > 3 ? word.replace(/(?:(?<=[^s])s|'s)$/, '') : word)

function conceptsOf(words: readonly string[]): Set<string> {
  const concepts = new Set<string>()
  words.forEach((word, at) => {
    if (!empty.has(word)) concepts.add(plain(word))
    const next = words[at + 1]
    if (next !== undefined && !(empty.has(word) && empty.has(next))) concepts.add(`${plain(word)} ${plain(next)}`)
  })
  return concepts
}

function weighConcepts(sentences: readonly QuotableSentence[], read: readonly Read[]): Map<string, number> {
  const reviews = new Map<string, Map<number, number>>()
  sentences.forEach(({ review, weight = 1 }, at) => {
    for (const concept of (read[at] as Read).concepts) {
      const said = reviews.get(concept) ?? new Map<number, number>()
      reviews.set(concept, said.set(review, weight))
    }
  })
  return new Map(
    [...reviews].map(([concept, said]) => {
      const sum = [...said.values()].reduce((total, weight) => total + weight, 0)
      return [concept, Math.max(0, sum - 1) ** CONSENSUS_POWER * (concept.includes(' ') ? PAIR_WEIGHT : 1)]
    }),
  )
}
