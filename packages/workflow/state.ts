import { Annotation } from '@langchain/langgraph'
import type { MessageMetadata, NoticeData, QuestionData } from '@reviewguide/contracts'
import type {
  CategoryPrior,
  ClaimRecord,
  ItemLedger,
  Quote,
  SearchResult,
  TurnMemory,
  Understanding,
  Vocabulary,
} from './ports/index.ts'
import type { RankedItem } from './ranking/rank-items.ts'

/** What compose leaves behind, once it is sent. */
export interface Answer {
  metadata: MessageMetadata
  claims: ClaimRecord[]
  /** The items of the shortlist, in order. */
  shown: RankedItem[]
}

/** What flows from stage to stage. Each stage reads what it needs and adds its own; a field of a stage that was skipped is undefined. */
export const runAnnotation = Annotation.Root({
  question: Annotation<string>,
  memory: Annotation<TurnMemory[]>,
  /** safety: the question without invisible characters, personal data and orders to a model; what all later stages read. */
  text: Annotation<string>,
  /** safety: why the question is not answered. */
  declined: Annotation<string | undefined>,
  /** safety and the frame: what was degraded or left out. */
  notices: Annotation<NoticeData[]>({ reducer: (before, added) => [...before, ...added], default: () => [] }),
  /** understand */
  vocabulary: Annotation<Vocabulary>,
  /** understand; clarify and search add the category that they assume. */
  understanding: Annotation<Understanding>,
  /** clarify: the one question that was asked back. */
  clarification: Annotation<QuestionData | undefined>,
  /** search */
  found: Annotation<SearchResult>,
  /** evidence */
  ledgers: Annotation<ItemLedger[]>,
  priors: Annotation<CategoryPrior[]>,
  quotes: Annotation<Quote[]>,
  /** rank */
  ranked: Annotation<RankedItem[]>,
  tooFew: Annotation<RankedItem[]>,
  /** compose */
  answer: Annotation<Answer>,
})

export type RunState = typeof runAnnotation.State
export type RunUpdate = typeof runAnnotation.Update
