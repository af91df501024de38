import type { Outcome } from '@reviewguide/contracts'
import type { SearchResult, Understanding, Vocabulary } from '../ports/index.ts'
import type { RankedItem } from '../ranking/rank-items.ts'
import type { EvidenceBook } from './evidence-book.ts'
import type { Draft } from './wording.ts'

/** What a writer writes from. */
export interface WriteInput {
  understanding: Understanding
  vocabulary: Vocabulary
  found: SearchResult
  ranked: RankedItem[]
  tooFew: RankedItem[]
  book: EvidenceBook
}

/** An answer before its check: the verdict, what is shown, and the paragraphs. */
export interface Written {
  outcome: Outcome
  verdict: Draft[]
  /** Items of the shortlist, in order; empty when there is none to show. */
  shown: RankedItem[]
  /** Whether a table compares the items shown. */
  table: boolean
  body: Draft[][]
  /** Figures that the question gave, which sentences may repeat. */
  given: string[]
}
