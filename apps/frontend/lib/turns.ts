import type { AnswerMessage } from './answer-message.ts'

/** A question with its answer; the answer is missing until it begins, and when its run failed before it. */
export interface Turn {
  question: AnswerMessage
  answer?: AnswerMessage
}

/** Pairs a chat's messages. An answer without a question before it, which should not be, is left out. */
export function turnsOf(messages: AnswerMessage[]): Turn[] {
  const turns: Turn[] = []
  for (const message of messages) {
    const last = turns.at(-1)
    if (message.role === 'user') turns.push({ question: message })
    else if (last) last.answer = message
  }
  return turns
}
