import type { Token } from './tokens.ts'

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

/** The words of a term in lower case, separated by single spaces. */
export const wordsOf = (tokens: readonly Token[], { first, last }: Pick<Term, 'first' | 'last'>): string =>
  tokens
    .slice(first, last + 1)
    .map(({ lower }) => lower)
    .join(' ')
