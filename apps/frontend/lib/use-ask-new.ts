'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { openSession } from './chat-sessions.ts'
import { newUuid } from './new-uuid.ts'

/** Asks a question in a chat of its own and goes there; the answer streams on while the page changes. */
export function useAskNew(): (question: string) => void {
  const router = useRouter()
  return useCallback(
    (question) => {
      const chatId = newUuid()
      void openSession(chatId).ask(question)
      router.push(`/chat/${chatId}`)
    },
    [router],
  )
}
