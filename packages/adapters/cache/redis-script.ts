import { createHash } from 'node:crypto'
import type { RedisClient } from './connect-redis.ts'

/** A Lua script that Redis runs as one step: nothing else happens in between. Its keys must lie in one slot of a cluster. */
export type RedisScript = (client: RedisClient, keys: string[], args: (string | number)[]) => Promise<unknown>

/** Sends a script by its hash, and whole where a server does not know it (it was started anew, or is another node). */
export function redisScript(lua: string): RedisScript {
  const sha = createHash('sha1').update(lua).digest('hex')
  return async (client, keys, args) => {
    try {
      return await client.evalsha(sha, keys.length, ...keys, ...args)
    } catch (cause) {
      // The word before the first blank is the error's code in Redis' protocol.
      if (!(cause instanceof Error) || !cause.message.startsWith('NOSCRIPT ')) throw cause
      return client.eval(lua, keys.length, ...keys, ...args)
    }
  }
}
