'use client'

import type { ChatSummary } from '@reviewguide/contracts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '../../lib/api.ts'
import { forgetSession } from '../../lib/chat-sessions.ts'
import { refreshChats } from '../../lib/chats-store.ts'

/** Long enough to notice a slip and press Undo. */
const UNDO_MS = 7000

/** Deletes a chat after a moment in which that can be taken back; at once when another is deleted or the page is left. */
export function useDeletion(): { pending: ChatSummary | null; remove(chat: ChatSummary): void; undo(): void } {
  const [pending, setPending] = useState<ChatSummary | null>(null)
  const waiting = useRef<{ chat: ChatSummary; timer: ReturnType<typeof setTimeout> } | null>(null)

  const carryOut = useCallback(() => {
    const entry = waiting.current
    if (!entry) return
    waiting.current = null
    clearTimeout(entry.timer)
    forgetSession(entry.chat.chatId)
    void api
      .deleteChat(entry.chat.chatId)
      .catch(() => {})
      .finally(() => {
        refreshChats()
        setPending((now) => (now?.chatId === entry.chat.chatId ? null : now))
      })
  }, [])

  const remove = useCallback(
    (chat: ChatSummary) => {
      carryOut()
      waiting.current = { chat, timer: setTimeout(carryOut, UNDO_MS) }
      setPending(chat)
    },
    [carryOut],
  )

  const undo = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = null
    setPending(null)
  }, [])

  useEffect(() => {
    window.addEventListener('pagehide', carryOut)
    return () => window.removeEventListener('pagehide', carryOut)
  }, [carryOut])

  return { pending, remove, undo }
}
