import {
  alone,
  createOpinionFinder,
  detectLanguage,
  type Opinion,
  reviewTone,
  textFingerprint,
  textSketch,
  weighReview,
} from '@reviewguide/opinions'
import type { AnalysedReview, FoundOpinion, ReviewText, Weigh } from '../ports/index.ts'

/** An aspect is a few words; what is longer was no aspect, and would not fit the database's keys. */
const MAX_ASPECT = 100

/** Trust of a review within its context. */
export const weigh: Weigh = ({ body, polarities, ...review }, context) =>
  weighReview({ ...review, text: body, opinions: polarities.map((polarity) => ({ polarity })) }, context)

const repeated = { ...alone, same: { others: 1, original: 0, listed: 0 } }

/** Makes the function that analyses one review. Loading the language model takes a tenth of a second, so make it once. */
export function createReviewAnalysis(): (review: ReviewText) => AnalysedReview {
  const finder = createOpinionFinder({ openVocabulary: true })
  return (review) => {
    const language = review.language ?? detectLanguage(review.body)
    // Short praise is 'und' and mostly English; opinions in other languages would be guesses.
    const mined = language === 'en' || language === 'und'
    const opinions: FoundOpinion[] = mined
      ? finder.find(review.body, review.category).map(toFound).filter(storable)
      : []
    const weighed = { ...review, polarities: opinions.map(({ polarity }) => polarity) }
    const trust = weigh(weighed, alone)
    const repetitionMatters = weigh(weighed, repeated).signals.length > trust.signals.length
    const fingerprint = (repetitionMatters && textFingerprint(review.body)) || null
    return {
      opinions,
      trust,
      language: language === 'und' ? null : language,
      tone: mined ? reviewTone(review.body, review.rating) : review.rating === null ? null : (review.rating - 3) / 2,
      fingerprint,
      sketch: fingerprint === null ? [] : textSketch(review.body),
    }
  }
}

const storable = ({ aspect, term }: FoundOpinion) =>
  aspect !== '' && aspect.length <= MAX_ASPECT && term.length <= MAX_ASPECT

function toFound({ aspect, polarity, term, start, end, quoteStart, quoteEnd, definite }: Opinion): FoundOpinion {
  return { aspect, polarity, term, termStart: start, termEnd: end, quoteStart, quoteEnd, definite: definite ?? null }
}
