import { sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'

/** For how long the corpus' version is taken as known: shorter costs a query for each question, longer hides an import from people. */
const VERSION_AGE_MS = 1000

/**
 * Keeps what `load` makes of the whole corpus until the corpus' version changes; `load` gets that version. Callers that come while it
 * loads share the one load, which is therefore bound to nobody's signal; a signal ends only its own caller's wait.
 */
export function createCorpusCache<T>(db: ReviewGuideDatabase, load: (version: number) => Promise<T>) {
  let kept: { version: number; value: Promise<T> } | undefined
  let checkedAt = -Infinity
  let checking: Promise<number> | undefined

  async function currentVersion(): Promise<number> {
    const { rows } = await sql<{ version: number }>`select version from reviewguide.corpus_state`.execute(db)
    checkedAt = performance.now()
    return rows[0]?.version ?? 0
  }

  async function get(): Promise<T> {
    if (kept && performance.now() - checkedAt < VERSION_AGE_MS) return kept.value
    checking ??= currentVersion().finally(() => {
      checking = undefined
    })
    const version = await checking
    if (kept?.version !== version) {
      const value = load(version)
      const entry = { version, value }
      kept = entry
      // A failed load is not kept: the next caller tries again.
      value.catch(() => {
        if (kept === entry) kept = undefined
      })
    }
    return kept.value
  }

  return (signal?: AbortSignal): Promise<T> => (signal ? orAborted(get(), signal) : get())
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
