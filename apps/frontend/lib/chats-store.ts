import type { ChatSummary } from '@reviewguide/contracts'
import { api } from './api.ts'
import { createExternalStore } from './external-store.ts'

export interface ChatsState {
  chats: ChatSummary[]
  nextCursor: string | null
  status: 'unread' | 'ready' | 'failed'
}

/** The person's chats, newest first, as the sidebar lists them. */
export const chatsStore = createExternalStore<ChatsState>({ chats: [], nextCursor: null, status: 'unread' })

let timer: ReturnType<typeof setTimeout> | undefined

/** Reads the list again, after a moment when the server is only about to know the change. */
export function refreshChats(delay = 0): void {
  clearTimeout(timer)
  timer = setTimeout(() => void readChats(), delay)
}

async function readChats(): Promise<void> {
  try {
    const page = await api.chats(null)
    chatsStore.set({ chats: page.items, nextCursor: page.nextCursor, status: 'ready' })
  } catch {
    chatsStore.update((now) => ({ ...now, status: 'failed' }))
  }
}

/** Adds the next page of older chats. */
export async function readOlderChats(): Promise<void> {
  const { nextCursor } = chatsStore.get()
  if (nextCursor === null) return
  const page = await api.chats(nextCursor)
  chatsStore.update((now) => ({ ...now, chats: [...now.chats, ...page.items], nextCursor: page.nextCursor }))
}
