export { type AspectRow, type CountedReview, countAspects, sideOf } from './aggregate.ts'
export type { AspectModel } from './aspect-names.ts'
export {
  type AspectPrior,
  aspectScore,
  fitAspectPrior,
  fitUsualPrior,
  type ItemMentions,
  NO_PRIOR,
  usualShare,
} from './aspect-prior.ts'
export { chooseQuotes, type QuoteCandidate } from './choose-quotes.ts'
export {
  type ClaimCheck,
  type ClaimContext,
  type ClaimEvidence,
  type ClaimSubject,
  checkClaim,
  reportsOpinion,
} from './claims.ts'
export { detectLanguage } from './detect-language.ts'
export { type DatedRating, findBursts } from './find-bursts.ts'
export { hammingDistance, normaliseText, shingles, simhash, textFingerprint, textOverlap } from './fingerprint.ts'
export { ageWeights, halfLifeDays } from './half-life.ts'
export { itemAspectScores } from './item-aspect-scores.ts'
export { learnAspects } from './learn-aspects.ts'
export { useAspects } from './lexicon/uses.ts'
export { FEWEST_OF_ONE, findOneSidedAuthors, isOneAuthor, type NamedReviews, PRAISE } from './one-sided-authors.ts'
export { openAspects } from './open-aspects.ts'
export { createOpinionFinder, type Opinion, type OpinionFinder, type OpinionFinderOptions } from './opinion-finder.ts'
export { type Copies, copiesAmong, joinWritings, originality, writingsOf } from './originality.ts'
export type { ItemNames } from './other-items.ts'
export { judgeSentence, leaningOf, polarityOfTarget } from './polarity.ts'
export { quoteQuality } from './quote-quality.ts'
export { adjustRating, RATING_PRIOR_STRENGTH, type RatingSummary, summariseRatings, weightedMean } from './ratings.ts'
export { type QuotableSentence, representativeQuotes } from './representative-quotes.ts'
export { reviewTone, toneWithStars } from './review-tone.ts'
export {
  type ConfidenceInput,
  confidenceOf,
  type ItemScore,
  type ScoreInput,
  scoreItem,
  type WantedAspect,
  wilsonInterval,
} from './scores.ts'
export type { Span } from './spans.ts'
export { splitSentences } from './split-sentences.ts'
export { alikeSketches, nearTriples, sketchRules, textSketch } from './text-sketch.ts'
export { alone, repetitionTells, type TrustContext, type TrustReview, weighReview } from './trust.ts'
export { type ReviewAmongOthers, trustContexts } from './trust-context.ts'
export { type TrustCoverage, unjudgedSignals } from './unjudged-signals.ts'
