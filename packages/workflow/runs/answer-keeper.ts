import type { ChatStore, EndRun } from '../ports/index.ts'
import { within } from './within.ts'

/** What became of an end: stored; not yet, and being tried again; or left alone, since another holder has the run. */
export type Kept = 'kept' | 'late' | 'lost'

export interface AnswerKeeper {
  /** Stores the end of a run. `late` when that failed or took longer than `boundMs`; it is then tried again in the background until it succeeds. */
  keep(end: EndRun, boundMs: number): Promise<Kept>
  /** The ends that are being tried again: their runs are still this process'. */
  pending(): EndRun[]
  /** Resolves when nothing is left to store, or after `ms`. */
  drain(ms: number): Promise<void>
}

/** Longest wait between two tries: a database that comes back frees the chats it left active within this time. */
const LONGEST_WAIT_MS = 5_000

/** Sees to it that every run is ended in the store: a chat whose run is not ended refuses all further questions. */
export function createAnswerKeeper(store: ChatStore, onFailure: (end: EndRun, cause: unknown) => void): AnswerKeeper {
  const pending = new Map<EndRun, Promise<void>>()
  let drained = false

  const tryAgain = async (end: EndRun) => {
    for (let wait = 200; !drained; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      await sleep(wait)
      try {
        return void (await store.endRun(end))
      } catch {
        // Reported once, at the first failure; the database's own check tells how long it is away.
      }
    }
  }

  return {
    async keep(end, boundMs) {
      const first = store.endRun(end).then(
        (ended): Kept => (ended ? 'kept' : 'lost'),
        (cause: unknown): Kept => {
          onFailure(end, cause)
          const rest = tryAgain(end).finally(() => pending.delete(end))
          pending.set(end, rest)
          return 'late'
        },
      )
      return within(first, boundMs, 'late')
    },
    pending: () => [...pending.keys()],
    async drain(ms) {
      await within(Promise.all(pending.values()), ms, null)
      drained = true
    },
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    // Does not keep the process alive: a shutdown waits by `drain`, for as long as it chooses.
    setTimeout(resolve, ms).unref()
  })
}
