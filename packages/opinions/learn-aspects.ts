import { analyseText } from './analyse-text.ts'
import { type AspectModel, type AspectNames, aspectNames } from './aspect-names.ts'
import { findTerms } from './find-terms.ts'
import { judgeTarget } from './polarity.ts'

/** Reviews that must speak of a term; a term that fewer know is a chance of theirs. */
const FEWEST_REVIEWS = 3
/** Share of a category's reviews, so that large categories do not fill up with rare words. */
const FEWEST_SHARE = 0.002
/** Share of a term's reviews that tie an opinion to it: props and places are mentioned, features are judged. */
const JUDGED = 0.4
/** How much more often than elsewhere: a word that all categories share ("week", "friend") is no feature of this one. */
const LIFT = 3

interface Count {
  reviews: number
  judged: number
}

/**
 * Learns each category's own aspects from the texts of its reviews: nouns that the lists do not know, said in several reviews, judged more often than just mentioned, and more at home here than
 * in the other categories. Pure; the order of reviews and of categories changes nothing. At most 200 terms a category, the most judged first.
 */
export function learnAspects(
  reviewsByCategory: Readonly<Record<string, readonly string[]>>,
): Record<string, AspectModel> {
  const counted = Object.entries(reviewsByCategory).map(([category, texts]) => ({
    category,
    size: texts.length,
    counts: countTerms(texts, aspectNames(category)),
  }))
  return Object.fromEntries(
    counted.map(({ category, size, counts }) => {
      const others = counted.filter((other) => other.category !== category)
      const size2 = others.reduce((sum, other) => sum + other.size, 0)
      const elsewhere = (term: string) => others.reduce((sum, other) => sum + (other.counts.get(term)?.reviews ?? 0), 0)
      const kept = [...counts].filter(([term, { reviews, judged }]) => {
        if (reviews < Math.max(FEWEST_REVIEWS, FEWEST_SHARE * size) || judged < JUDGED * reviews) return false
        return size2 === 0 || reviews / size >= (LIFT * (elsewhere(term) + 0.5)) / (size2 + 1)
      })
      kept.sort((a, b) => b[1].judged - a[1].judged || (a[0] < b[0] ? -1 : 1))
      return [category, { terms: Object.fromEntries(kept.slice(0, 200).map(([term]) => [term, term])) }]
    }),
  )
}

/** For each term that no list knows the reviews that speak of it, and those that judge it. */
function countTerms(texts: readonly string[], names: AspectNames): Map<string, Count> {
  const counts = new Map<string, Count>()
  for (const text of texts) {
    const seen = new Map<string, boolean>()
    for (const sentence of analyseText(text)) {
      for (const { aspect, first, last, listed } of findTerms(sentence, names)) {
        if (listed) continue
        const { linked, word, polarity } = judgeTarget(sentence, first, last)
        const judged = linked && polarity !== 'neutral' && (word < first || word > last)
        seen.set(aspect, judged || seen.get(aspect) === true)
      }
    }
    for (const [term, judged] of seen) {
      const count = counts.get(term) ?? { reviews: 0, judged: 0 }
      counts.set(term, { reviews: count.reviews + 1, judged: count.judged + (judged ? 1 : 0) })
    }
  }
  return counts
}
