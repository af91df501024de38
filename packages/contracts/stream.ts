import { z } from 'zod'
import { AspectCount, Kind, Money, Polarity, Rating, Source, Trust } from './catalogue.ts'
import { ErrorCode } from './errors.ts'
import { ChatId, ItemId, MessageId, ReviewId, RunId } from './ids.ts'

/** The stages of the workflow, in order; a stage's word is its file, its graph node, its progress event, its log field and its metric. */
export const Stage = z.enum(['safety', 'understand', 'clarify', 'search', 'evidence', 'rank', 'compose', 'suggest'])
export type Stage = z.infer<typeof Stage>

export const RunData = z.object({ runId: RunId, chatId: ChatId })
export type RunData = z.infer<typeof RunData>

export const StageData = z.object({
  stage: Stage,
  status: z.enum(['running', 'done', 'skipped']),
  /** What it did, in words for people: "Reading 1,284 reviews of 9 earbuds". */
  detail: z.string().optional(),
  ms: z.number().nonnegative().optional(),
})
export type StageData = z.infer<typeof StageData>

/** One part of what a question was taken to mean, and the message that takes it back. */
export const UnderstoodChip = z.object({
  kind: z.enum([
    'category',
    'price',
    'rating',
    'brand',
    'not_brand',
    'item',
    'not_item',
    'use',
    'wish',
    'feature',
    'words',
  ]),
  label: z.string(),
  /** Sent as a message, it asks the same again without this part; absent where nothing would be left to ask. */
  without: z.string().optional(),
})
export type UnderstoodChip = z.infer<typeof UnderstoodChip>

export const UnderstoodData = z.object({ chips: z.array(UnderstoodChip) })
export type UnderstoodData = z.infer<typeof UnderstoodData>

export const QuestionData = z.object({
  id: z.string(),
  text: z.string(),
  options: z.array(z.object({ id: z.string(), label: z.string() })).min(2),
  /** The option that the answer below assumes. */
  assumed: z.string().optional(),
})
export type QuestionData = z.infer<typeof QuestionData>

/** How sure we are: the word for people and the number that it stands for, 0 to 1. */
export const Confidence = z.object({ level: z.enum(['low', 'medium', 'high']), value: z.number().min(0).max(1) })
export type Confidence = z.infer<typeof Confidence>

/** Numbers of evidence within the message. */
const Cited = z.array(z.number().int().positive())

export const CitedAspect = AspectCount.extend({ evidence: Cited })
export type CitedAspect = z.infer<typeof CitedAspect>

export const CitedText = z.object({ text: z.string(), evidence: Cited })
export type CitedText = z.infer<typeof CitedText>

export const ShortlistItem = z.object({
  rank: z.number().int().positive(),
  itemId: ItemId,
  name: z.string(),
  kind: Kind,
  category: z.string(),
  brand: z.string().nullable(),
  price: Money.optional(),
  /** Earned by data, never by position: "Most agreed on", "Best battery". */
  kicker: z.string().optional(),
  score: z.number().min(0).max(1),
  confidence: Confidence,
  rating: Rating,
  aspects: z.array(CitedAspect),
  reasons: z.array(CitedText),
  cautions: z.array(CitedText),
  /** True for items of the sample corpus, whose reviews are invented. */
  sample: z.boolean(),
})
export type ShortlistItem = z.infer<typeof ShortlistItem>

export const ShortlistData = z.object({
  items: z.array(ShortlistItem),
  /** What fell out at a hard limit, and why. */
  leftOut: z.array(z.object({ itemId: ItemId, name: z.string(), reason: z.string() })),
})
export type ShortlistData = z.infer<typeof ShortlistData>

export const ComparisonData = z.object({
  items: z.array(
    z.object({ itemId: ItemId, name: z.string(), price: Money.optional(), rating: Rating, confidence: Confidence }),
  ),
  /** One row an aspect; a cell stands for the item at the same index, null where nobody mentions it. */
  aspects: z.array(z.object({ aspect: z.string(), cells: z.array(CitedAspect.nullable()) })),
})
export type ComparisonData = z.infer<typeof ComparisonData>

export const EvidenceData = z.object({
  n: z.number().int().positive(),
  reviewId: ReviewId,
  itemId: ItemId,
  itemName: z.string(),
  quote: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  aspect: z.string().optional(),
  polarity: Polarity.optional(),
  rating: z.number().min(1).max(5).optional(),
  writtenAt: z.string().optional(),
  verified: z.boolean().optional(),
  helpfulVotes: z.number().int().optional(),
  trust: Trust,
  source: Source,
})
export type EvidenceData = z.infer<typeof EvidenceData>

export const SuggestionsData = z.object({ questions: z.array(z.string()) })
export type SuggestionsData = z.infer<typeof SuggestionsData>

export const NoticeCode = z.enum([
  'sample_data',
  'assumed',
  'unknown_price',
  'other_currency',
  'nothing_found',
  'few_reviews',
  'personal_data_removed',
  'stage_late',
  'stage_failed',
  'not_resumable',
])
export type NoticeCode = z.infer<typeof NoticeCode>

export const NoticeData = z.object({ code: NoticeCode, text: z.string() })
export type NoticeData = z.infer<typeof NoticeData>

export const StreamErrorData = z.object({
  code: ErrorCode,
  text: z.string(),
  requestId: z.string(),
  retryable: z.boolean(),
})
export type StreamErrorData = z.infer<typeof StreamErrorData>

export const Outcome = z.enum(['answered', 'needs_answer', 'no_evidence', 'declined', 'stopped'])
export type Outcome = z.infer<typeof Outcome>

export const MessageMetadata = z.object({
  outcome: Outcome.optional(),
  createdAt: z.string().optional(),
  /** How much was read for the answer: the quiet line below the verdict. */
  read: z.object({ reviews: z.number().int(), items: z.number().int() }).optional(),
  confidence: Confidence.optional(),
})
export type MessageMetadata = z.infer<typeof MessageMetadata>

/** Schemas of our `data-*` parts by their name after `data-`; the AI SDK's `dataPartSchemas` takes this as it is. */
export const dataPartSchemas = {
  run: RunData,
  stage: StageData,
  understood: UnderstoodData,
  question: QuestionData,
  shortlist: ShortlistData,
  comparison: ComparisonData,
  evidence: EvidenceData,
  suggestions: SuggestionsData,
  notice: NoticeData,
  error: StreamErrorData,
} as const

const data = <N extends string, T extends z.ZodType>(name: N, schema: T) =>
  z.object({
    type: z.literal(`data-${name}`),
    id: z.string().optional(),
    transient: z.boolean().optional(),
    data: schema,
  })

/** One event of the AI SDK UI message stream, version v1, as far as ReviewGuide sends it. Both ends parse with it. */
export const StreamPart = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), messageId: MessageId, messageMetadata: MessageMetadata.optional() }),
  z.object({ type: z.literal('start-step') }),
  z.object({ type: z.literal('finish-step') }),
  z.object({ type: z.literal('reset-step') }),
  z.object({ type: z.literal('text-start'), id: z.string() }),
  z.object({ type: z.literal('text-delta'), id: z.string(), delta: z.string() }),
  z.object({ type: z.literal('text-end'), id: z.string() }),
  data('run', RunData),
  data('stage', StageData),
  data('understood', UnderstoodData),
  data('question', QuestionData),
  data('shortlist', ShortlistData),
  data('comparison', ComparisonData),
  data('evidence', EvidenceData),
  data('suggestions', SuggestionsData),
  data('notice', NoticeData),
  data('error', StreamErrorData),
  z.object({ type: z.literal('error'), errorText: z.string() }),
  z.object({ type: z.literal('finish'), messageMetadata: MessageMetadata.optional() }),
])
export type StreamPart = z.infer<typeof StreamPart>
