import { createOpinionFinder, detectLanguage, type Opinion, textFingerprint, weighReview } from '@reviewguide/opinions'
import type { AnalysedReview, FoundOpinion, ReviewText, Weigh } from '../ports/index.ts'

/** An aspect is a few words; what is longer was no aspect, and would not fit the database's keys. */
const MAX_ASPECT = 100

/** Trust of a review within its context. */
export const weigh: Weigh = ({ body, polarities, ...review }, { sameText }) =>
  weighReview(
    { ...review, text: body, opinions: polarities.map((polarity) => ({ polarity })) },
    { sameText, nearSameText: 0, burst: false },
  )

/** Makes the function that analyses one review. Loading the language model takes a tenth of a second, so make it once. */
export function createReviewAnalysis(): (review: ReviewText) => AnalysedReview {
  const finder = createOpinionFinder()
  return (review) => {
    const language = review.language ?? detectLanguage(review.body)
    // Short praise is 'und' and mostly English; opinions in other languages would be guesses.
    const mined = language === 'en' || language === 'und'
    const opinions: FoundOpinion[] = mined
      ? finder.find(review.body, review.category).map(toFound).filter(storable)
      : []
    const weighed = { ...review, polarities: opinions.map(({ polarity }) => polarity) }
    const trust = weigh(weighed, { sameText: 0 })
    const repetitionMatters = weigh(weighed, { sameText: 1 }).weight !== trust.weight
    return {
      opinions,
      trust,
      language: language === 'und' ? null : language,
      fingerprint: (repetitionMatters && textFingerprint(review.body)) || null,
    }
  }
}

const storable = ({ aspect, term }: FoundOpinion) =>
  aspect !== '' && aspect.length <= MAX_ASPECT && term.length <= MAX_ASPECT

function toFound({ aspect, polarity, term, start, end, quoteStart, quoteEnd }: Opinion): FoundOpinion {
  return { aspect, polarity, term, termStart: start, termEnd: end, quoteStart, quoteEnd }
}
