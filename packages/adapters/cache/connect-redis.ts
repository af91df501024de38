import { isIP } from 'node:net'
import { rootCertificates } from 'node:tls'
import { AppError } from '@reviewguide/contracts'
import type { Tracer } from '@reviewguide/workflow/ports'
import { Cluster, Redis, type RedisOptions } from 'ioredis'
import { traceCommands } from './trace-commands.ts'

export type RedisClient = Redis | Cluster

/** A Redis that may come and go. Nothing here throws or emits when the connection is lost; commands fail until it is back. */
export interface RedisConnection {
  /** The client for commands. Throws `cache_unavailable` while the server has not been reached for the first time. */
  client(): RedisClient
  /** A connection of its own for subscriptions, the same for all callers. Throws as `client`. */
  subscriber(): RedisClient
  /** Resolves when a command gets through; throws `cache_unavailable`. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** A command that takes longer has failed. Above a failover's hiccup, below what a person waits for. */
const COMMAND_MS = 2_000

export interface ConnectRedisOptions {
  /** Certificates (PEM) that are believed besides the usual ones, with `rediss://`: of a company's own authority, say. */
  ca?: string
  /** Makes each command a call in the trace that it is a part of. */
  tracer?: Pick<Tracer, 'call'>
}

/**
 * Connects to `redis://` or `rediss://` (TLS), and finds out by itself whether a cluster answers there. Name and password stand in the URL, percent-encoded. Resolves after the
 * first attempt, also when that failed: it then goes on trying in the background. `onTrouble` hears of lost connections, once until the next success.
 */
export async function connectRedis(
  url: string,
  onTrouble: (cause: unknown) => void = () => {},
  { ca, tracer }: ConnectRedisOptions = {},
): Promise<RedisConnection> {
  const access = accessOf(url, ca)
  let clients: { commands: RedisClient; subscriptions: RedisClient } | null = null
  let closed = false
  let well = true
  let again: NodeJS.Timeout | undefined

  const trouble = (cause: unknown) => {
    if (well) onTrouble(cause)
    well = false
  }
  const watched = (client: RedisClient): RedisClient => {
    client.on('error', trouble)
    client.on('ready', () => {
      well = true
    })
    if (tracer) traceCommands(client, tracer, access)
    return client
  }

  const attempt = async (wait: number): Promise<void> => {
    try {
      const cluster = await isCluster(access)
      if (closed) return
      const open = () => watched(cluster ? openCluster(access) : new Redis({ ...options, ...access }))
      clients = { commands: open(), subscriptions: open() }
      await Promise.all([clients.commands, clients.subscriptions].map((client) => ready(client)))
    } catch (cause) {
      trouble(cause)
      if (!closed && !clients) again = setTimeout(attempt, wait, Math.min(wait * 2, 5_000)).unref()
    }
  }

  const connected = () => {
    if (!clients) throw new AppError('cache_unavailable', { cause: new Error('Redis was not reached yet') })
    return clients
  }

  await attempt(200)
  return {
    client: () => connected().commands,
    subscriber: () => connected().subscriptions,
    async ping() {
      try {
        await connected().commands.ping()
      } catch (cause) {
        throw cacheError(cause)
      }
    },
    async close() {
      closed = true
      clearTimeout(again)
      clients?.commands.disconnect()
      clients?.subscriptions.disconnect()
    },
  }
}

/** What went wrong with Redis as the code that people may be told. */
export function cacheError(cause: unknown): AppError {
  return cause instanceof AppError ? cause : new AppError('cache_unavailable', { cause })
}

const options: RedisOptions = {
  // A command that cannot be sent now fails now: callers have their own way on.
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  commandTimeout: COMMAND_MS,
  connectTimeout: COMMAND_MS,
  retryStrategy: (times) => Math.min(100 * times, 2_000),
  disableClientInfo: true,
}

/** Where the server is and how it lets us in. */
function accessOf(url: string, ca: string | undefined) {
  const { hostname, port, username, password, protocol, pathname } = new URL(url)
  // IPv6 stands in brackets in a URL and nowhere else.
  const host = hostname.replace(/^\[|\]$/g, '')
  // Several servers behind one address tell by the name which is meant; an address is no name.
  const named = isIP(host) === 0 && { servername: host }
  return {
    host,
    port: Number(port || 6379),
    db: Number(pathname.slice(1)) || 0,
    username: username ? decoded(username) : undefined,
    password: password ? decoded(password) : undefined,
    tls: protocol === 'rediss:' ? { ...named, ...(ca !== undefined && { ca: [...rootCertificates, ca] }) } : undefined,
  }
}

/** A name or password that was not encoded although it has a per cent sign is taken as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

type Access = ReturnType<typeof accessOf>

function openCluster({ host, port, username, password, tls }: Access): Cluster {
  const { retryStrategy: __, enableOfflineQueue: ___, ...redisOptions } = options
  return new Cluster([{ host, port }], {
    enableOfflineQueue: false,
    clusterRetryStrategy: (times) => Math.min(100 * times, 2_000),
    // Managed clusters hand out host names whose certificates bear these names: they are not to be resolved first.
    ...(tls && {
      dnsLookup: (address: string, done: (error: null, address: string) => void) => done(null, address),
    }),
    redisOptions: {
      ...redisOptions,
      ...(username !== undefined && { username }),
      ...(password !== undefined && { password }),
      // Each node has a name of its own.
      ...(tls && { tls: { ...tls, servername: undefined } }),
    },
  })
}

async function isCluster(access: Access): Promise<boolean> {
  const probe = new Redis({ ...options, ...access, lazyConnect: true, retryStrategy: null })
  probe.on('error', () => {})
  try {
    await probe.connect()
    if (!/^cluster_enabled:1/m.test(await probe.info('cluster'))) return false
    // A node that has never met another one does not know its own address; it holds all slots, and a plain client is all it needs.
    const slots = await probe.cluster('SLOTS')
    return slots.some(([, , master]) => Boolean(master?.[0]))
  } finally {
    probe.disconnect()
  }
}

function ready(client: RedisClient): Promise<void> {
  return new Promise((resolve) => {
    if (client.status === 'ready') return resolve()
    const done = () => {
      clearTimeout(timer)
      client.off('ready', done)
      resolve()
    }
    const timer = setTimeout(done, COMMAND_MS)
    client.once('ready', done)
  })
}
