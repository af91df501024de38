import { createHash } from 'node:crypto'
import type { RedisClient } from './connect-redis.ts'

/** A Lua script that Redis runs as one step. All its keys must bear one hash tag. */
export type RedisScript = (client: RedisClient, keys: string[], args: (string | number)[]) => Promise<unknown>

/** Sends a script by its hash, and in full to a server that does not have it: one just started, or another node of a cluster. */
export function redisScript(lua: string): RedisScript {
  const hash = createHash('sha1').update(lua).digest('hex')
  return (client, keys, args) =>
    client.evalsha(hash, keys.length, ...keys, ...args).catch((cause: unknown) => {
      const unknown = cause instanceof Error && cause.message.startsWith('NOSCRIPT')
      if (!unknown) throw cause
      return client.eval(lua, keys.length, ...keys, ...args)
    })
}
