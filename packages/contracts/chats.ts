import { z } from 'zod'
import { PageQuery, page } from './http.ts'
import { ChatId, MessageId, ShareToken } from './ids.ts'
import { dataPartSchemas, MessageMetadata } from './stream.ts'

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

/** Where a message stands among those that were written in the same place of the chat, by an edit or another try. */
export const MessageVersion = z.object({
  /** Which one this is, from 1. */
  index: z.number().int().positive(),
  count: z.number().int().min(2),
  /** All of them, oldest first; each can be shown by `POST /v1/chats/{chatId}/show`. */
  ids: z.array(MessageId).min(2),
})
export type MessageVersion = z.infer<typeof MessageVersion>

/** What can be wrong with an answer. */
export const FeedbackReason = z.enum([
  'wrong',
  'not_what_i_asked',
  'something_missing',
  'quote_does_not_fit',
  'outdated',
  'too_long',
  'other',
])
export type FeedbackReason = z.infer<typeof FeedbackReason>

/** Longest comment on an answer, in UTF-16 units. */
export const COMMENT_LIMIT = 1000

/** What a person thinks of an answer; also the body of `PUT …/feedback`. */
export const Feedback = z.strictObject({
  verdict: z.enum(['up', 'down']),
  reason: FeedbackReason.optional(),
  comment: z
    .string()
    .trim()
    .refine((text) => text.length <= COMMENT_LIMIT, `at most ${COMMENT_LIMIT} UTF-16 units`)
    .optional(),
})
export type Feedback = z.infer<typeof Feedback>

export const ChatMessage = z.object({
  id: MessageId,
  role: z.enum(['user', 'assistant']),
  parts: z.array(StoredPart),
  metadata: MessageMetadata.optional(),
  createdAt: z.string(),
  /** There only where a message has more than one version. */
  version: MessageVersion.optional(),
  /** On answers only, while the person keeps it. */
  feedback: Feedback.optional(),
})
export type ChatMessage = z.infer<typeof ChatMessage>

export const ChatSummary = z.object({
  chatId: ChatId,
  title: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type ChatSummary = z.infer<typeof ChatSummary>

/** Longest search, in characters. */
export const CHAT_SEARCH_LIMIT = 200

export const ChatsQuery = PageQuery.extend({
  q: z
    .string()
    .max(CHAT_SEARCH_LIMIT)
    .optional()
    .describe('words that all stand in the title, or all in one message; capitals and accents make no difference'),
})

/** Where a search found a chat: in its title alone, or in a message, which may be a version that is not shown now. */
export const ChatMatch = z.object({
  in: z.enum(['title', 'question', 'answer']),
  messageId: MessageId.optional(),
  /** The words around the first hit, on one line; the title itself where only that matched. */
  snippet: z.string(),
  /** Where the searched words stand in the snippet, in UTF-16 units, in their order and apart from each other. */
  hits: z.array(z.object({ start: z.number().int().nonnegative(), end: z.number().int().positive() })),
})
export type ChatMatch = z.infer<typeof ChatMatch>

/** A chat of the list; `match` is there exactly when the list was searched. */
export const ChatListItem = ChatSummary.extend({ match: ChatMatch.optional() })
export type ChatListItem = z.infer<typeof ChatListItem>

export const ChatPage = page(ChatListItem)
export type ChatPage = z.infer<typeof ChatPage>

/** Messages of a chat's shown path, **newest first**. */
export const MessagePage = page(ChatMessage)
export type MessagePage = z.infer<typeof MessagePage>

/** Most messages that `ChatDetail` holds; the earlier ones are read by `GET /v1/chats/{chatId}/messages`. */
export const DETAIL_MESSAGES = 100

/** A chat's public page. What is seen there is what was shown when it was shared, or shared again, and nothing asked since. */
export const Share = z.object({ token: ShareToken, sharedAt: z.string() })
export type Share = z.infer<typeof Share>

/**
 * A chat with the newest messages of the path that is shown, oldest first. `active` tells that a run is writing an answer right now; the path then
 * ends in the question that it answers.
 */
export const ChatDetail = ChatSummary.extend({
  messages: z.array(ChatMessage),
  /** For `GET /v1/chats/{chatId}/messages`, where the path begins earlier than `messages` does; null where it does not. */
  earlierCursor: z.string().nullable(),
  active: z.boolean(),
  share: Share.nullable(),
})
export type ChatDetail = z.infer<typeof ChatDetail>

/** Longest title that a person may give, in UTF-16 units. */
export const TITLE_LIMIT = 200

export const RenameBody = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1)
    .refine((title) => title.length <= TITLE_LIMIT, `at most ${TITLE_LIMIT} UTF-16 units`),
})

/** Body of `POST /v1/chats/{chatId}/show`: the message to show in its place, with what was last shown beneath it. */
export const ShowBody = z.strictObject({ messageId: MessageId })

/** A shared chat as everybody with its address sees it: nothing tells whose it is. Parts `data-run` are left out. */
export const SharedChat = z.object({
  title: z.string(),
  sharedAt: z.string(),
  messages: z.array(ChatMessage.omit({ version: true, feedback: true })),
})
export type SharedChat = z.infer<typeof SharedChat>

/** The path of a chat as a JSON file. */
export const ChatExport = ChatSummary.extend({
  format: z.literal('reviewguide-chat'),
  exportedAt: z.string(),
  messages: z.array(ChatMessage.omit({ version: true })),
})
export type ChatExport = z.infer<typeof ChatExport>

export const ExportQuery = z.object({ format: z.enum(['markdown', 'json']).default('markdown') })
