import { randomBytes } from 'node:crypto'
import { connectRedis, type RedisConnection } from '@reviewguide/adapters/cache'
import { createPool } from '@reviewguide/adapters/postgres'

/** A store of its own on a server that others use as well. */
export interface OwnStore {
  url: string
  remove(): Promise<void>
}

/** The number of Redis databases that a server has unless it is told otherwise. */
const REDIS_DATABASES = 16
const CLAIM = 'reviewguide-image-steps'

type RedisClient = ReturnType<RedisConnection['client']>

/** Makes an empty database. Throws when the server is not PostgreSQL 15, which is what runs in the cloud. */
export async function ownDatabase(server: string): Promise<OwnStore> {
  const admin = createPool(server, { max: 1, statementTimeoutMs: 60_000 })
  const name = `reviewguide_image_${randomBytes(6).toString('hex')}`
  try {
    const { rows } = await admin.query<{ server_version: string }>('show server_version')
    const version = rows[0]?.server_version ?? ''
    if (!version.startsWith('15.')) throw new Error(`PostgreSQL 15 is needed, and DATABASE_URL names ${version}`)
    await admin.query(`create database ${name} template template0`)
  } finally {
    await admin.end()
  }
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async remove() {
      const remover = createPool(server, { max: 1, statementTimeoutMs: 60_000 })
      await remover.query(`drop database if exists ${name} with (force)`).finally(() => remover.end())
    },
  }
}

/** Takes a database of Redis that is empty. Throws when there is none, or the server is not Redis 7. */
export async function ownRedis(server: string): Promise<OwnStore> {
  for (let number = REDIS_DATABASES - 1; number > 0; number--) {
    const url = new URL(server)
    url.pathname = `/${number}`
    const taken = await withRedis(url.href, async (redis) => {
      const version = /redis_version:(\S+)/.exec(await redis.info('server'))?.[1] ?? ''
      if (!version.startsWith('7.')) throw new Error(`Redis 7 is needed, and REDIS_URL names ${version}`)
      // Whoever sets it first has it: two runs at a time never share one.
      if (!(await redis.set(CLAIM, process.pid, 'NX'))) return false
      if ((await redis.dbsize()) === 1) return true
      await redis.del(CLAIM)
      return false
    })
    if (taken)
      return { url: url.href, remove: () => withRedis(url.href, async (redis) => void (await redis.flushdb())) }
  }
  throw new Error('no database of the Redis that REDIS_URL names is empty')
}

async function withRedis<T>(url: string, work: (redis: RedisClient) => Promise<T>): Promise<T> {
  const connection = await connectRedis(url)
  try {
    return await work(connection.client())
  } catch (cause) {
    throw new Error('the Redis that REDIS_URL names cannot be used', { cause })
  } finally {
    await connection.close()
  }
}
