import type { AnswerMessage } from './answer-message.ts'
import { type ChatSession, createChatSession } from './chat-session.ts'

const sessions = new Map<string, ChatSession>()

/** The session of a chat that this page already follows: one that was asked for on the home page, or visited before. */
export const knownSession = (chatId: string): ChatSession | undefined => sessions.get(chatId)

/** Begins to follow a chat; `stored` is what the server has of it so far. */
export function openSession(chatId: string, stored: AnswerMessage[] = []): ChatSession {
  const session = sessions.get(chatId) ?? createChatSession(chatId, stored)
  sessions.set(chatId, session)
  return session
}

export const forgetSession = (chatId: string): boolean => sessions.delete(chatId)
