import {
  alone,
  createOpinionFinder,
  detectLanguage,
  type Opinion,
  repetitionTells,
  reviewTone,
  textFingerprint,
  textSketch,
  toneWithStars,
  weighReview,
} from '@reviewguide/opinions'
import type { AnalysedReview, FoundOpinion, ReviewText, Weigh } from '../ports/index.ts'

/** An aspect is a few words; what is longer was no aspect, and would not fit the database's keys. */
const MAX_ASPECT = 100

/** Trust of a review within its context. */
export const weigh: Weigh = ({ body, polarities, ...review }, context) =>
  weighReview({ ...review, text: body, opinions: polarities.map((polarity) => ({ polarity })) }, context)

/** What is in the words of a review alone. */
interface ReadWords {
  language: string
  opinions: FoundOpinion[]
  tone: number | null
}

/** Longer texts hardly ever come again; of shorter ones half do ("nice product"), and reading them is most of an import's work. */
const LONGEST_KEPT = 120

/** Texts that a generation of the remembered ones holds: some 4 MB. */
const MOST_KEPT = 4000

/** Makes the function that analyses one review. Loading the language model takes a tenth of a second, so make it once. */
export function createReviewAnalysis(): (review: ReviewText) => AnalysedReview {
  const read = remember(createReader())
  return (review) => {
    const { language, opinions, tone } = read(review)
    const weighed = { ...review, polarities: opinions.map(({ polarity }) => polarity) }
    const trust = weigh(weighed, alone)
    const fingerprint = (repetitionTells(review.body) && textFingerprint(review.body)) || null
    return {
      opinions,
      trust,
      language: language === 'und' ? null : language,
      tone: toneWithStars(tone, review.rating),
      fingerprint,
      sketch: fingerprint === null ? [] : textSketch(review.body),
    }
  }
}

type Reader = (review: Pick<ReviewText, 'body' | 'category' | 'language'>) => ReadWords

function createReader(): Reader {
  const finder = createOpinionFinder({ openVocabulary: true })
  return ({ body, category, language: said }) => {
    const language = said ?? detectLanguage(body)
    // Short praise is 'und' and mostly English; opinions in other languages would be guesses.
    if (language !== 'en' && language !== 'und') return { language, opinions: [], tone: null }
    return { language, opinions: finder.find(body, category).map(toFound).filter(storable), tone: reviewTone(body) }
  }
}

/** Remembers what was read of short texts, each by its category. When a generation is full the one before is forgotten, so that what comes again and again stays known. */
function remember(read: Reader): Reader {
  let young = new Map<string, ReadWords>()
  let old = young
  return (review) => {
    if (review.body.length > LONGEST_KEPT) return read(review)
    const key = JSON.stringify([review.category, review.language, review.body])
    const recent = young.get(key)
    if (recent) return recent
    const found = old.get(key) ?? read(review)
    if (young.size >= MOST_KEPT) {
      old = young
      young = new Map()
    }
    young.set(key, found)
    return found
  }
}

const storable = ({ aspect, term }: FoundOpinion) =>
  aspect !== '' && aspect.length <= MAX_ASPECT && term.length <= MAX_ASPECT

function toFound({ aspect, polarity, term, start, end, quoteStart, quoteEnd, definite }: Opinion): FoundOpinion {
  return { aspect, polarity, term, termStart: start, termEnd: end, quoteStart, quoteEnd, definite: definite ?? null }
}
