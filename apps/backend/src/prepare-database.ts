import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Dependencies } from './dependencies.ts'

/** How long the start waits for the database. After that the server answers health checks and says itself that the database is away. */
const WAIT_MS = 4_000

/** Longest time between two tries. */
const LONGEST_PAUSE_MS = 5_000

/** Prepares the database, now when it can be reached and as soon as it can otherwise. Resolves when it is ready or not worth waiting for. */
export async function prepareDatabase(
  deps: Pick<Dependencies, 'prepareDatabase'>,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  const prepared = tryUntilReady(deps, logger, signal).catch(() => {
    // Only the end of the process ends the tries.
  })
  await Promise.race([prepared, sleep(WAIT_MS, undefined, { ref: false })])
}

async function tryUntilReady(
  deps: Pick<Dependencies, 'prepareDatabase'>,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  for (let pause = 250; !signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      await deps.prepareDatabase()
      return logger.info('the database is ready')
    } catch (cause) {
      logger.error({ err: cause }, 'the database is not ready; trying again')
    }
    await sleep(pause, undefined, { signal })
  }
}
