import type { ChatDetail } from '@reviewguide/contracts'
import { type ChatSession, createChatSession } from './chat-session.ts'

const sessions = new Map<string, ChatSession>()

/** The session of a chat that this page already follows: one that was asked for on the home page, or visited before. */
export const knownSession = (chatId: string): ChatSession | undefined => sessions.get(chatId)

/** Begins to follow a chat; `detail` is what the server has of it so far. */
export function openSession(chatId: string, detail: ChatDetail | null = null): ChatSession {
  const session = sessions.get(chatId) ?? createChatSession(chatId, detail)
  sessions.set(chatId, session)
  return session
}

/** Of all chats: when another person signs in or out here. */
export const forgetSessions = (): void => sessions.clear()

export const forgetSession = (chatId: string): boolean => sessions.delete(chatId)
