/** A run of tokens that names an aspect. `listed` tells that the category's lists know it. */
export interface Term {
  first: number
  last: number
  aspect: string
  listed: boolean
  /** True where only other products tell that the words name an aspect. */
  common?: boolean
  /** True where the words imply the aspect and do not name it. */
  implicit?: boolean
  /** True where a verb is the term: "well built", "easy to use". Phrases carry their judgement on it. */
  verb?: boolean
}
