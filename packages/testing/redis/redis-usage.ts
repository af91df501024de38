import { Redis } from 'ioredis'

/** What a Redis has used since its start: CPU in ms, and commands, those within scripts among them. All that uses it counts. Throws when it does not answer. */
export async function redisUsage(url: string): Promise<{ cpuMs: number; commands: number }> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 })
  try {
    const info = await redis.info()
    const of = (name: string) => Number(new RegExp(`^${name}:(.+)$`, 'm').exec(info)?.[1])
    return {
      cpuMs: (of('used_cpu_user') + of('used_cpu_sys')) * 1000,
      commands: of('total_commands_processed'),
    }
  } finally {
    redis.disconnect()
  }
}
