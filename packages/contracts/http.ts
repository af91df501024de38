import { z } from 'zod'
import { Item, Kind, Review } from './catalogue.ts'
import { ChatId, ItemId, MessageId } from './ids.ts'
import { dataPartSchemas, MessageMetadata } from './stream.ts'

/** Longest message, in UTF-16 units. Longer ones are pasted documents, not questions. */
export const MESSAGE_LIMIT = 4000

/** Largest body that is read, in bytes. */
export const BODY_LIMIT = 1024 * 1024

const messageText = z
  .string()
  .max(MESSAGE_LIMIT, `at most ${MESSAGE_LIMIT} characters`)
  // `max` counts code points; the limit is in UTF-16 units.
  .refine((text) => text.length <= MESSAGE_LIMIT, `at most ${MESSAGE_LIMIT} UTF-16 units`)
  .refine((text) => text.trim().length > 0, 'the message is empty')

/** Our own body of `POST /v1/chat/stream`. */
export const AskBody = z.strictObject({ message: messageText, chatId: ChatId.optional() })
export type AskBody = z.infer<typeof AskBody>

const UseChatPart = z.looseObject({ type: z.string(), text: z.string().optional() })

/** The body that the AI SDK's `useChat` transport sends. Only the text of the last user message is read. */
export const UseChatBody = z.strictObject({
  id: ChatId,
  messages: z
    .array(z.looseObject({ role: z.enum(['user', 'assistant', 'system']), parts: z.array(UseChatPart) }))
    .min(1),
  trigger: z.enum(['submit-message', 'regenerate-message']).optional(),
  messageId: z.string().optional(),
})
export type UseChatBody = z.infer<typeof UseChatBody>

export const ChatStreamBody = z.union([AskBody, UseChatBody])
export type ChatStreamBody = z.infer<typeof ChatStreamBody>

/** What both forms of body come down to, checked by the same rule. */
export const Ask = z.object({ message: messageText, chatId: ChatId.optional(), mayCreate: z.boolean() })
export type Ask = z.infer<typeof Ask>

const storedData = <N extends keyof typeof dataPartSchemas>(name: N) =>
  z.object({ type: z.literal(`data-${name}`), id: z.string().optional(), data: dataPartSchemas[name] })

/** A part of a stored message: what `useChat` holds after the stream has ended. */
export const StoredPart = z.discriminatedUnion('type', [
  z.object({ type: z.literal('step-start') }),
  z.object({ type: z.literal('text'), text: z.string(), state: z.enum(['streaming', 'done']).optional() }),
  storedData('run'),
  storedData('understood'),
  storedData('question'),
  storedData('shortlist'),
  storedData('comparison'),
  storedData('evidence'),
  storedData('suggestions'),
  storedData('notice'),
])
export type StoredPart = z.infer<typeof StoredPart>

export const ChatMessage = z.object({
  id: MessageId,
  role: z.enum(['user', 'assistant']),
  parts: z.array(StoredPart),
  metadata: MessageMetadata.optional(),
  createdAt: z.string(),
})
export type ChatMessage = z.infer<typeof ChatMessage>

export const ChatSummary = z.object({
  chatId: ChatId,
  title: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type ChatSummary = z.infer<typeof ChatSummary>

/** A chat with its messages, oldest first. `active` tells that a run is writing an answer right now. */
export const ChatDetail = ChatSummary.extend({ messages: z.array(ChatMessage), active: z.boolean() })
export type ChatDetail = z.infer<typeof ChatDetail>

export const RenameBody = z.strictObject({ title: z.string().trim().min(1).max(200) })

/** Lists page by cursor: pass `nextCursor` back as `cursor` until it is null. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

export const PageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

export const ItemsQuery = PageQuery.extend({
  q: z.string().max(400).optional(),
  category: z.string().max(200).optional(),
  kind: Kind.optional(),
})

export const ReviewsQuery = PageQuery.extend({
  aspect: z.string().max(200).optional(),
  polarity: z.enum(['positive', 'negative']).optional(),
})

export const CompareQuery = z.object({
  items: z
    .string()
    .describe('two to six item ids, separated by commas')
    .transform((ids) => ids.split(','))
    .pipe(z.array(ItemId).min(2).max(6)),
})

export const ItemPage = page(Item)
export type ItemPage = z.infer<typeof ItemPage>
export const ReviewPage = page(Review)
export type ReviewPage = z.infer<typeof ReviewPage>
export const ChatPage = page(ChatSummary)
export type ChatPage = z.infer<typeof ChatPage>

/** A category of the corpus with its size and the aspects that its reviews speak of most. */
export const Category = z.object({
  category: z.string(),
  kind: Kind,
  items: z.number().int(),
  reviews: z.number().int(),
  aspects: z.array(z.string()),
  /** True while every review of the category belongs to the invented sample. */
  sample: z.boolean(),
})
export type Category = z.infer<typeof Category>

/** What the home page shows: what can be asked about, and questions that the corpus can answer. */
export const CorpusOverview = z.object({
  items: z.number().int(),
  reviews: z.number().int(),
  categories: z.array(Category),
  examples: z.array(z.string()),
})
export type CorpusOverview = z.infer<typeof CorpusOverview>

export const Health = z.object({ status: z.literal('ok') })
export const Readiness = z.object({
  status: z.enum(['ready', 'not_ready']),
  checks: z.array(z.object({ name: z.enum(['database', 'cache']), ok: z.boolean() })),
})
export type Readiness = z.infer<typeof Readiness>
