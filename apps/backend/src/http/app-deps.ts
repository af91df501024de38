import type { Accounts } from '@reviewguide/accounts'
import type { GuestId, ShareToken } from '@reviewguide/contracts'
import type { CatalogueReader, ChatStore } from '@reviewguide/workflow/ports'
import type { Runs } from '@reviewguide/workflow/runs'
import type { FastifyBaseLogger, onRouteHookHandler } from 'fastify'
import type { Tracing } from '../tracing/tracing.ts'
import type { EventStreamOptions } from './event-stream.ts'
import type { Guests } from './guest.ts'
import type { RateLimit } from './rate-limit.ts'
import type { RequestMetrics } from './request-metrics.ts'
import type { SignedCookie } from './signed-cookie.ts'

/** All that the app needs from outside, wired by `dependencies.ts` or by a test. */
export interface AppDeps {
  runs: Runs
  chats: ChatStore
  catalogue: CatalogueReader
  guests: Guests
  accounts: Accounts
  sessionCookie: SignedCookie
  ids: { guest(): GuestId; request(): string; share(): ShareToken }
  /** Each resolves while the thing it is named after works, and rejects when it does not. */
  checks: { database: () => Promise<void>; cache: () => Promise<void>; replica?: (() => Promise<void>) | undefined }
  logger: FastifyBaseLogger
  /** Whose `x-forwarded-*` headers are believed. */
  trustedProxies: string[]
  /** How long runs may go on once the app is closing. */
  shutdownGraceMs: number
  /** Told of each route as it is added: a test sees that it misses none. */
  onRoute?: onRouteHookHandler
  /** Without it nothing is counted. */
  rateLimit?: RateLimit
  stream?: Pick<EventStreamOptions, 'heartbeatMs' | 'stuckMs' | 'onOpen'>
  /** Without it requests are not measured. */
  metrics?: RequestMetrics
  /** Without it requests are not traced. */
  tracing?: Pick<Tracing, 'request'>
}
