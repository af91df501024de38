declare module 'vader-sentiment' {
  const vader: {
    /** VADER (Hutto and Gilbert 2014): `compound` is -1 to 1. */
    SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } }
  }
  export default vader
}

declare module 'wink-sentiment' {
  /** AFINN with emoji: a score below, at or above 0. */
  export default function winkSentiment(text: string): { score: number }
}
