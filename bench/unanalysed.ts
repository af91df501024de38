import type { AnalysedReview } from '@reviewguide/corpus/ports'

/** What an analysis that finds nothing gives for a review: for measuring all but the analysis. */
export const unanalysed = (): AnalysedReview => ({
  opinions: [],
  trust: { weight: 1, signals: [] },
  language: null,
  tone: null,
  fingerprint: null,
  sketch: [],
})
