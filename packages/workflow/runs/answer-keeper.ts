import type { ChatStore, EndRun } from '../ports/index.ts'
import { within } from './within.ts'

export interface AnswerKeeper {
  /** Stores the end of a run. False when that failed or took longer than `boundMs`; it is then tried again in the background until it succeeds. */
  keep(end: EndRun, boundMs: number): Promise<boolean>
  /** Resolves when nothing is left to store, or after `ms`. */
  drain(ms: number): Promise<void>
}

/** Longest wait between two tries: a database that comes back frees the chats it left active within this time. */
const LONGEST_WAIT_MS = 5_000

/** Sees to it that every run is ended in the store: a chat whose run is not ended refuses all further questions. */
export function createAnswerKeeper(store: ChatStore, onFailure: (end: EndRun, cause: unknown) => void): AnswerKeeper {
  const pending = new Set<Promise<void>>()
  let drained = false

  const tryAgain = async (end: EndRun) => {
    for (let wait = 200; !drained; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      await sleep(wait)
      try {
        return await store.endRun(end)
      } catch {
        // Reported once, at the first failure; the database's own check tells how long it is away.
      }
    }
  }

  return {
    async keep(end, boundMs) {
      const first = store.endRun(end).then(
        () => true,
        (cause: unknown) => {
          onFailure(end, cause)
          const rest = tryAgain(end).finally(() => pending.delete(rest))
          pending.add(rest)
          return false
        },
      )
      return within(first, boundMs, false)
    },
    async drain(ms) {
      await within(Promise.all(pending), ms, null)
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
