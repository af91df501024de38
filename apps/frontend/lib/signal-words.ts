const words: Record<string, string> = {
  repeated_text: 'with the same text as another review',
  near_repeated_text: 'with nearly the same text as another',
  burst: 'in a burst that is unusual for this item',
  same_author: 'by an author of several reviews of this item',
  one_brand_author: 'by an author who praises this brand alone',
  rating_at_odds: 'with stars that do not fit the text',
  promotional: 'worded like advertising',
  no_detail: 'too short to say why',
  not_verified: 'not verified, which is a weak sign and no proof',
}

/** A signal of trust as it stands after a number of reviews: "9 in a burst that is unusual for this item". A signal newer than the page keeps its name. */
export const signalWords = (name: string): string => words[name] ?? name.replaceAll('_', ' ')
