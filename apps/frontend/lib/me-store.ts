import type { Me } from '@reviewguide/contracts'
import { accountsApi } from './api.ts'
import { forgetSessions } from './chat-sessions.ts'
import { refreshChats } from './chats-store.ts'
import { createExternalStore } from './external-store.ts'

/** Who is here, as the server knows them; null until it has said so. */
export const meStore = createExternalStore<Me | null>(null)

/** Asks who is here. A server that cannot say leaves what was known. */
export async function refreshMe(): Promise<void> {
  const me = await accountsApi.me().catch(() => null)
  if (me) meStore.set(me)
}

/** Somebody else is here now: nothing that was read for the one before may stay. */
export async function personChanged(): Promise<void> {
  forgetSessions()
  refreshChats()
  await refreshMe()
}
