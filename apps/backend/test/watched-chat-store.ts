import { AppError, type ChatId, type RunId } from '@reviewguide/contracts'
import { createFakeChatStore } from '@reviewguide/testing'
import type { BeginRun, ChatStore, EndRun, RunStore } from '@reviewguide/workflow/ports'

/** A chat store that can be made slow or unreachable, and tells what it was given. */
export interface WatchedChatStore extends ChatStore, RunStore {
  /** Makes every call fail. */
  away: boolean
  /** Milliseconds that every call takes. */
  slowMs: number
  /** The runs that were begun, with the end that the store was first given. */
  runs: Map<RunId, BeginRun & { end?: EndRun }>
  chatIds: Set<ChatId>
}

/** The fake of the port's contract suite, watched. */
export function watchedChatStore(): WatchedChatStore {
  const fake = createFakeChatStore()
  const watched = { away: false, slowMs: 0, runs: new Map(), chatIds: new Set() } as WatchedChatStore

  const reach =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (watched.slowMs > 0) await new Promise((resolve) => setTimeout(resolve, watched.slowMs))
      if (watched.away)
        throw new AppError('database_unavailable', { cause: new Error('connection refused: secret-host') })
      return call(...args)
    }

  return Object.assign(watched, {
    beginRun: reach(async (run: BeginRun) => {
      const result = await fake.beginRun(run)
      if (result.outcome === 'begun') {
        watched.runs.set(run.runId, { ...run })
        watched.chatIds.add(run.chatId)
      }
      return result
    }),
    endRun: reach(async (end: EndRun) => {
      const ended = await fake.endRun(end)
      const run = watched.runs.get(end.runId)
      if (run && ended) run.end ??= structuredClone(end)
      return ended
    }),
    activeRun: reach(fake.activeRun),
    failOrphans: reach(fake.failOrphans),
    renew: reach(fake.renew),
    claimExpired: reach(fake.claimExpired),
    claim: reach(fake.claim),
    askStop: reach(fake.askStop),
    keepCheckpoint: reach(fake.keepCheckpoint),
    lastRun: reach(fake.lastRun),
    standing: reach(fake.standing),
    list: reach(fake.list),
    read: reach(fake.read),
    messages: reach(fake.messages),
    message: reach(fake.message),
    show: reach(fake.show),
    rename: reach(fake.rename),
    delete: reach(fake.delete),
    giveFeedback: reach(fake.giveFeedback),
    share: reach(fake.share),
    unshare: reach(fake.unshare),
    shared: reach(fake.shared),
    exportAll: fake.exportAll,
    deleteAll: reach(fake.deleteAll),
    moveAll: reach(fake.moveAll),
  })
}
