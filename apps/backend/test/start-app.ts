import type { Accounts } from '@reviewguide/accounts'
import { createInProcessRunLog } from '@reviewguide/adapters/cache'
import type { CorpusOverview } from '@reviewguide/contracts'
import type { CatalogueReader, ChatStore, RunLog, RunStore } from '@reviewguide/workflow/ports'
import { createRuns, keylessLimits, type RunLimits } from '@reviewguide/workflow/runs'
import type { Logger } from 'pino'
import { createApp } from '../src/app.ts'
import type { AppDeps } from '../src/http/app-deps.ts'
import { createGuests } from '../src/http/guest.ts'
import { createSessionCookie } from '../src/http/session-cookie.ts'
import { ids } from '../src/ids.ts'
import { createLogger } from '../src/logger.ts'
import { accountsAway } from './accounts-away.ts'
import { type Script, scriptedWorkflow, wholeAnswer } from './scripted-workflow.ts'
import { watchedChatStore } from './watched-chat-store.ts'

const overview: CorpusOverview = { items: 0, reviews: 0, categories: [], examples: [] }

/** A catalogue that has nothing. */
const emptyCatalogue: CatalogueReader = {
  overview: async () => overview,
  items: async () => ({ items: [], nextCursor: null }),
  item: async () => null,
  reviews: async () => null,
  review: async () => null,
  compare: async () => null,
}

export interface StartOptions {
  script?: Script
  limits?: Partial<RunLimits>
  stream?: AppDeps['stream']
  log?: RunLog
  catalogue?: Partial<CatalogueReader>
  secretKey?: string
  previousKeys?: string[]
  accounts?: Accounts
  /** Instead of the watched one in memory. */
  chats?: ChatStore & RunStore
  rateLimit?: AppDeps['rateLimit']
  trustedProxies?: string[]
  /** Instead of one that keeps its lines. */
  logger?: Logger
}

/** The real app over memory: the log lines it wrote are in `lines`. */
export async function startApp({
  script = wholeAnswer,
  limits,
  stream,
  log = createInProcessRunLog(),
  catalogue,
  secretKey = 'a key for tests only',
  previousKeys,
  accounts = accountsAway(),
  chats: otherChats,
  rateLimit,
  trustedProxies = ['loopback'],
  logger: otherLogger,
}: StartOptions = {}) {
  const watched = watchedChatStore()
  const chats = otherChats ?? watched
  const workflow = scriptedWorkflow(script)
  const lines: Record<string, unknown>[] = []
  const kept = { write: (line: string) => void lines.push(JSON.parse(line)) }
  const logger = otherLogger ?? createLogger({ logLevel: 'debug', logFormat: 'json' }, kept)
  const ended: unknown[] = []
  const runs = createRuns({
    workflow,
    chats,
    store: chats,
    log,
    clock: { now: () => new Date() },
    ids,
    limits: { ...keylessLimits, ...limits },
    onEnded: (report) => ended.push(report),
  })
  const checks = { database: async () => void (await chats.list(ids.guest(), { limit: 1 })), cache: async () => {} }
  const guests = createGuests(secretKey, previousKeys)
  const routes: { method: string; url: string; hidden: boolean }[] = []
  const app = await createApp({
    onRoute({ method, url, schema }) {
      const hidden = schema !== undefined && 'hide' in schema
      for (const one of [method].flat()) routes.push({ method: one, url, hidden })
    },
    runs,
    chats,
    catalogue: { ...emptyCatalogue, ...catalogue },
    guests,
    accounts,
    sessionCookie: createSessionCookie(secretKey, previousKeys),
    ids,
    checks,
    logger,
    rateLimit,
    trustedProxies,
    shutdownGraceMs: 200,
    stream,
  })
  return { app, routes, chats: watched, workflow, lines, runs, ended }
}
