import type { ChatListItem } from '@reviewguide/contracts'
import { api } from './api.ts'
import { createExternalStore } from './external-store.ts'

export interface ChatsState {
  /** What the list is searched for; empty for all of it. */
  search: string
  chats: ChatListItem[]
  nextCursor: string | null
  status: 'unread' | 'ready' | 'failed'
}

/** The person's chats, newest first, as the sidebar lists them. */
export const chatsStore = createExternalStore<ChatsState>({ search: '', chats: [], nextCursor: null, status: 'unread' })

let timer: ReturnType<typeof setTimeout> | undefined

/** Reads the list again, after a moment when the server is only about to know the change. */
export function refreshChats(delay = 0): void {
  clearTimeout(timer)
  timer = setTimeout(() => void readChats(), delay)
}

async function readChats(): Promise<void> {
  try {
    const { search } = chatsStore.get()
    const page = await api.chats({ q: search })
    // A list for what is no longer searched for comes too late.
    chatsStore.update((now) =>
      now.search === search ? { search, chats: page.items, nextCursor: page.nextCursor, status: 'ready' } : now,
    )
  } catch {
    chatsStore.update((now) => ({ ...now, status: 'failed' }))
  }
}

/** Searches titles and messages, a moment after the last key. */
export function searchChats(search: string): void {
  chatsStore.update((now) => ({ ...now, search }))
  refreshChats(250)
}

/** Adds the next page of older chats. */
export async function readOlderChats(): Promise<void> {
  const { nextCursor, search } = chatsStore.get()
  if (nextCursor === null) return
  const page = await api.chats({ cursor: nextCursor, q: search })
  chatsStore.update((now) =>
    now.search === search && now.nextCursor === nextCursor
      ? { ...now, chats: [...now.chats, ...page.items], nextCursor: page.nextCursor }
      : now,
  )
}
