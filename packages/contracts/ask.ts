import { z } from 'zod'
import { ChatId, MessageId } from './ids.ts'

/** Longest message, in UTF-16 units. Longer ones are pasted documents, not questions. */
export const MESSAGE_LIMIT = 4000

const messageText = z
  .string()
  .max(MESSAGE_LIMIT, `at most ${MESSAGE_LIMIT} characters`)
  // `max` counts code points; the limit is in UTF-16 units.
  .refine((text) => text.length <= MESSAGE_LIMIT, `at most ${MESSAGE_LIMIT} UTF-16 units`)
  .refine((text) => text.trim().length > 0, 'the message is empty')

/** Our own body of `POST /v1/chat/stream`. With `edits` the message becomes a new version of that question of the chat, which needs its `chatId`. */
export const AskBody = z.strictObject({
  message: messageText,
  chatId: ChatId.optional(),
  edits: MessageId.optional(),
})
export type AskBody = z.infer<typeof AskBody>

/** Our own body to have an answer written once more: the message is an answer, or a question that has none yet. */
export const RegenerateBody = z.strictObject({ chatId: ChatId, regenerates: MessageId })
export type RegenerateBody = z.infer<typeof RegenerateBody>

const UseChatPart = z.looseObject({ type: z.string(), text: z.string().optional() })

/** An id that a `useChat` client gave a message of its own; nothing but a name within its chat. */
const ClientMessageId = z.string().max(200)

/**
 * The body that the AI SDK's `useChat` transport sends. Only the last user message is read. `messageId` is, with `submit-message`, the earlier
 * question that it is a new version of and, with `regenerate-message`, the message to answer again (the last question without one). It may be our
 * id or the client's own.
 */
export const UseChatBody = z.strictObject({
  id: ChatId,
  messages: z
    .array(
      z.looseObject({
        id: ClientMessageId.optional(),
        role: z.enum(['user', 'assistant', 'system']),
        parts: z.array(UseChatPart),
      }),
    )
    .min(1),
  trigger: z.enum(['submit-message', 'regenerate-message']).optional(),
  messageId: ClientMessageId.optional(),
})
export type UseChatBody = z.infer<typeof UseChatBody>

export const ChatStreamBody = z.union([AskBody, RegenerateBody, UseChatBody])
export type ChatStreamBody = z.infer<typeof ChatStreamBody>

/** An earlier message of the chat: by its id, or by the one that the client gave a question of its own. */
export const MessageRef = z.union([z.object({ id: MessageId }), z.object({ clientId: ClientMessageId })])
export type MessageRef = z.infer<typeof MessageRef>

/** What all forms of body come down to, checked by the same rule. */
export const Ask = z.object({
  /** Null where an earlier question is answered again and its text is the server's to know. */
  message: messageText.nullable(),
  /** The client's own id of the question. */
  clientId: ClientMessageId.optional(),
  chatId: ChatId.optional(),
  mayCreate: z.boolean(),
  /** The question of which the message is a new version. */
  edits: MessageRef.optional(),
  /** The answer or question to answer once more; without one the last question, if it reads like the message. */
  regenerates: z.object({ message: MessageRef.optional() }).optional(),
})
export type Ask = z.infer<typeof Ask>
