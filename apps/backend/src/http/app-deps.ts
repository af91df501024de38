import type { GuestId } from '@reviewguide/contracts'
import type { CatalogueReader, ChatStore } from '@reviewguide/workflow/ports'
import type { Runs } from '@reviewguide/workflow/runs'
import type { FastifyBaseLogger } from 'fastify'
import type { EventStreamOptions } from './event-stream.ts'
import type { Guests } from './guest.ts'
import type { RateLimit } from './rate-limit.ts'

/** All that the app needs from outside, wired by `dependencies.ts` or by a test. */
export interface AppDeps {
  runs: Runs
  chats: ChatStore
  catalogue: CatalogueReader
  guests: Guests
  ids: { guest(): GuestId; request(): string }
  /** Each resolves while the thing it is named after works, and rejects when it does not. */
  checks: { database: () => Promise<void>; cache: () => Promise<void> }
  logger: FastifyBaseLogger
  /** Whose `x-forwarded-*` headers are believed. */
  trustedProxies: string[]
  /** How long runs may go on once the app is closing. */
  shutdownGraceMs: number
  /** Without it nothing is counted. */
  rateLimit?: RateLimit
  stream?: Pick<EventStreamOptions, 'heartbeatMs' | 'stuckMs'>
}
