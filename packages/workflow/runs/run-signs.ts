import { type ChatId, type OwnerId, RunId } from '@reviewguide/contracts'
import type { Cache } from '../ports/index.ts'

/** How long the last run of a chat is remembered: as long as its live events are kept. */
const REMEMBER_MS = 10 * 60_000

export interface RunSigns {
  /** Marks the run as alive. Called before the store knows of the run, so that nobody finds it there without its sign. */
  mark(runId: RunId): Promise<void>
  /** Notes the run as the last one of its owner's chat, once the store has said that the chat is theirs. */
  note(runId: RunId, chatId: ChatId, owner: OwnerId): Promise<void>
  /** Whether some process may still be working on the run. True when that cannot be known. */
  alive(runId: RunId): Promise<boolean>
  /** The last run of the owner's chat, also when it has ended a moment ago. */
  last(chatId: ChatId, owner: OwnerId): Promise<RunId | null>
}

/** Signs of life of runs, shared through the cache by all backends. They may be lost at any time; nothing but comfort depends on them. */
export function createRunSigns(cache: Cache, aliveMs: number): RunSigns {
  const lastKey = (chatId: ChatId, owner: OwnerId) => `run-last:${owner}:${chatId}`
  const get = (key: string, unknown: unknown) => cache.get(key).catch(() => unknown)
  const set = (key: string, value: unknown, ttlMs: number) => cache.set(key, value, ttlMs).catch(() => {})

  return {
    mark: (runId) => set(`run-alive:${runId}`, true, aliveMs),
    note: (runId, chatId, owner) => set(lastKey(chatId, owner), runId, REMEMBER_MS),
    alive: async (runId) => (await get(`run-alive:${runId}`, true)) !== null,
    last: async (chatId, owner) => RunId.safeParse(await get(lastKey(chatId, owner), null)).data ?? null,
  }
}
