import type { RedisConnection } from './connect-redis.ts'

export interface RedisChannels {
  /**
   * Calls back on every message of the channel, and once when it begins to be heard; the returned function ends that. While Redis is away
   * nothing is heard: callers also look for themselves.
   */
  listen(channel: string, onMessage: () => void, onListening?: () => void): () => void
}

/** Subscriptions of the whole process over its one subscriber connection. */
export function createRedisChannels(redis: RedisConnection): RedisChannels {
  const listeners = new Map<string, Set<() => void>>()
  let heard: unknown = null

  const hear = () => {
    const subscriber = redis.subscriber()
    if (heard === subscriber) return subscriber
    heard = subscriber
    subscriber.on('message', (channel: string) => {
      for (const call of listeners.get(channel) ?? []) call()
    })
    return subscriber
  }

  const quietly = async (act: () => Promise<unknown>) => {
    try {
      await act()
    } catch {
      // The listener looks for itself meanwhile, and a lost connection subscribes again by itself.
    }
  }

  return {
    listen(channel, onMessage, onListening = () => {}) {
      const calls = listeners.get(channel) ?? new Set()
      listeners.set(channel, calls.add(onMessage))
      if (calls.size === 1) void quietly(() => hear().subscribe(channel).then(onListening))
      else onListening()
      return () => {
        calls.delete(onMessage)
        if (calls.size > 0 || listeners.get(channel) !== calls) return
        listeners.delete(channel)
        void quietly(() => hear().unsubscribe(channel))
      }
    },
  }
}
