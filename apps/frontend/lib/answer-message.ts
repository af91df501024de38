import type { ChatMessage, dataPartSchemas, MessageMetadata } from '@reviewguide/contracts'
import type { UIMessage } from 'ai'

type Schemas = typeof dataPartSchemas
type AnswerData = { [Name in keyof Schemas]: ReturnType<Schemas[Name]['parse']> }

/** A message as `useChat` holds it, with our data parts and metadata. */
export type AnswerMessage = UIMessage<MessageMetadata, AnswerData>

/** A stored message as `useChat` holds it. */
export function fromStored(message: ChatMessage): AnswerMessage {
  return { id: message.id, role: message.role, parts: message.parts, metadata: message.metadata }
}

/** The text that a person typed. */
export function questionText(message: AnswerMessage): string {
  return message.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('')
}
