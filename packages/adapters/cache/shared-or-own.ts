import { cacheError } from './connect-redis.ts'

export interface SharedOrOwnOptions {
  /** Told when what is shared cannot be reached, once until it is back. */
  onAway?: (cause: unknown) => void
  onBack?: () => void
  /** A shared step that takes longer counts as failed. Every request waits for it: a person must not feel it, and a hiccup of a few hundredths must not count. */
  patienceMs?: number
  /** For how long nothing shared is tried after a failure. Shorter, and a Redis that hangs costs many requests their patience; longer, and the counts stay apart for that long. */
  pauseMs?: number
}

/** Does a step where all backends share it, or while that is away, here. */
export type SharedOrOwn = <T>(shared: () => Promise<T>, own: () => Promise<T>) => Promise<T>

/** Goes over to this process' own memory when what is shared fails, and back by itself when it works again. */
export function createSharedOrOwn({
  onAway = () => {},
  onBack = () => {},
  patienceMs = 300,
  pauseMs = 1_000,
}: SharedOrOwnOptions = {}): SharedOrOwn {
  let away = false
  let notBefore = 0

  return async (shared, own) => {
    if (performance.now() < notBefore) return own()
    // While it is away one request at a time finds out whether it is back; the others do not wait for that.
    if (away) notBefore = performance.now() + pauseMs
    try {
      const result = await impatiently(shared(), patienceMs)
      if (away) onBack()
      away = false
      notBefore = 0
      return result
    } catch (cause) {
      if (!away) onAway(cause)
      away = true
      notBefore = performance.now() + pauseMs
      return own()
    }
  }
}

async function impatiently<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(cacheError(new Error(`no answer within ${ms} ms`))), ms)
  })
  // What comes too late is nobody's failure any more.
  work.catch(() => {})
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
