import { createHash } from 'node:crypto'
import type { ChatId, MessagePage } from '@reviewguide/contracts'
import type { Cache } from '@reviewguide/workflow/ports'

/** How long a state of a chat is kept: who comes back to a chat mostly does so within the hour. */
const KEEP_MS = 60 * 60_000

/** Longest JSON that is kept, in UTF-16 units. Reading more back costs more than it spares the database. */
const LARGEST = 1024 * 1024

/** A cache that does not answer within this time is taken for one that is away: the database answers in less. */
const PATIENCE_MS = 250

/** Keeps the newest messages of chats, each state under a key that no other state ever has. */
export interface PathCache {
  /** The messages of this state of the chat; null when they are not kept, or not as they were, or the cache does not answer. */
  get(chatId: ChatId, state: string): Promise<MessagePage | null>
  /** Keeps them. Never throws, and is not waited for. */
  keep(chatId: ChatId, state: string, path: MessagePage): void
}

/** A path as it is kept. The sum is over the key as well: the value of another key is none. */
interface Kept {
  sum: string
  json: string
}

/** `onLookup` is told of each look into the cache. */
export function createPathCache(cache: Cache, onLookup?: (hit: boolean) => void): PathCache {
  const keyOf = (chatId: ChatId, state: string) => `chat-path:${chatId}:${state}`
  const sumOf = (key: string, json: string) => createHash('sha256').update(key).update(json).digest('base64')
  return {
    async get(chatId, state) {
      const key = keyOf(chatId, state)
      const kept = await patiently(cache.get(key))
      const hit = isKept(kept) && kept.sum === sumOf(key, kept.json)
      onLookup?.(hit)
      return hit ? (JSON.parse(kept.json) as MessagePage) : null
    },
    keep(chatId, state, path) {
      const json = JSON.stringify(path)
      if (json.length > LARGEST) return
      const key = keyOf(chatId, state)
      // Who cannot be told will ask the database again.
      cache.set(key, { sum: sumOf(key, json), json } satisfies Kept, KEEP_MS).catch(() => {})
    },
  }
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'sum' in value &&
  'json' in value &&
  typeof value.sum === 'string' &&
  typeof value.json === 'string'

/** What comes in time, or null. */
function patiently(value: Promise<unknown>): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), PATIENCE_MS)
    value.then(resolve, () => resolve(null)).finally(() => clearTimeout(timer))
  })
}
