/**
 * Phrases that judge an aspect without naming it ("they never fell out": fit). `good` and `bad` give the side themselves; `said` takes the side of the opinion word
 * that the phrase holds (`@`). A phrase is a row of elements, all in lower case:
 *
 * - `word`, `this|that`: one of these words; `~stay`: any form of a verb; `+break`: the same, where it is no noun
 * - `?x`: may be missing; `*`: any one word; `..`: up to three words of the same clause
 * - `#`: a number; `@`: an opinion word; `NOT`: a negation, or "nobody", "nothing", "hardly"
 *
 * Contractions are two words, as the tagger cuts them ("could n't"). A negation before a phrase turns it round, unless the phrase has `NOT` or `n't` in itself.
 */
export interface CueGroup {
  /** The categories that the phrases hold in, by name. */
  category: RegExp
  /** Categories that they do not hold in, although the name matches. */
  not?: RegExp
  cues: Record<string, { good?: string[]; bad?: string[]; said?: string[] }>
}
