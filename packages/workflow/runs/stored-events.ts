import type { ChatId, ChatMessage, RunId, StreamPart } from '@reviewguide/contracts'
import type { RunEvent } from '../ports/index.ts'

/** The stream of an answer whose live events are gone, made again from what is stored: the same message, its text in one piece. */
export function storedEvents(message: ChatMessage, runId: RunId, chatId: ChatId): RunEvent[] {
  const parts: StreamPart[] = [
    { type: 'start', messageId: message.id, ...(message.metadata && { messageMetadata: message.metadata }) },
    { type: 'data-run', data: { runId, chatId } },
  ]
  let stepOpen = false
  for (const [index, part] of message.parts.entries()) {
    if (part.type === 'data-run') continue
    if (part.type === 'step-start') {
      if (stepOpen) parts.push({ type: 'finish-step' })
      stepOpen = true
      parts.push({ type: 'start-step' })
    } else if (part.type === 'text') {
      const id = `text-${index}`
      parts.push({ type: 'text-start', id }, { type: 'text-delta', id, delta: part.text }, { type: 'text-end', id })
    } else {
      parts.push(part)
    }
  }
  if (stepOpen) parts.push({ type: 'finish-step' })
  parts.push({ type: 'finish', ...(message.metadata && { messageMetadata: message.metadata }) })
  return parts.map((part, index) => ({ id: index + 1, part }))
}
