'use client'

import { useEffect, useState } from 'react'
import { api } from '../../lib/api.ts'
import { type ChatSession } from '../../lib/chat-session.ts'
import { knownSession, openSession } from '../../lib/chat-sessions.ts'
import { type Resource, useResource } from '../../lib/use-resource.ts'

/** The session of a chat: the one this page follows already, or one begun from what the server has, with its active run followed. */
export function useSession(chatId: string): Resource<ChatSession> & { again(): void } {
  // Looked up after hydration: the server knows no sessions, and both must render the same at first.
  const [known, setKnown] = useState<ChatSession | null | undefined>(undefined)
  useEffect(() => setKnown(knownSession(chatId) ?? null), [chatId])

  const loaded = useResource(known === null ? chatId : null, async (signal) => {
    const detail = await api.chat(chatId, signal)
    const session = openSession(chatId, detail)
    if (detail.active) void session.resume()
    return session
  })
  return known ? { status: 'ready', value: known, again: loaded.again } : loaded
}
