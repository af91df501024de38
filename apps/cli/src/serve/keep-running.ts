import { setTimeout as sleep } from 'node:timers/promises'

/** What can be kept running: a service, or the database. */
export interface Restartable {
  name: string
  /** Settles, with how it ended, when it has. */
  exited: Promise<string>
  stop(hurry?: AbortSignal): Promise<void>
  /** The end of what it wrote. */
  lastLines(): string
}

export interface KeepRunningOptions<T extends Restartable> {
  start: () => Promise<T>
  /** Called after each start, the first one included. */
  onStarted?: (service: T) => void
  say: (text: string) => void
  /** Called once when it has died too often. */
  onGiveUp: (name: string) => void
  /** Waits before each restart in milliseconds, as many as there may be. A service that dies this often in a row will not be helped by one more try. */
  delays?: number[]
}

/** One that ran as long as this has recovered: its restarts are counted anew. */
const RECOVERED_MS = 600_000

/** Starts something and starts it again, with growing waits, when it ends without having been asked to. `stop` ends it for good. */
export async function keepRunning<T extends Restartable>(
  options: KeepRunningOptions<T>,
): Promise<{ current(): T; stop(hurry?: AbortSignal): Promise<void> }> {
  const { start, onStarted, say, onGiveUp, delays = [1000, 2000, 4000] } = options
  const ending = new AbortController()
  let current = await start()
  onStarted?.(current)

  async function watch(): Promise<void> {
    for (let restarts = 0; ; ) {
      const since = Date.now()
      const how = await current.exited
      if (ending.signal.aborted) return
      say(`The ${current.name} ended by itself (${how}). Its last lines:\n${current.lastLines()}`)
      if (Date.now() - since > RECOVERED_MS) restarts = 0
      let running = false
      while (!running) {
        const delay = delays[restarts]
        restarts += 1
        if (delay === undefined) return onGiveUp(current.name)
        await sleep(delay, undefined, { signal: ending.signal })
        running = await restart()
      }
    }
  }

  async function restart(): Promise<boolean> {
    try {
      const next = await start()
      if (ending.signal.aborted) {
        await next.stop()
        return true
      }
      current = next
      onStarted?.(current)
      say(`The ${current.name} was started again.`)
      return true
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
      return false
    }
  }

  const watching = watch().catch((error: unknown) => {
    if (!ending.signal.aborted) throw error
  })
  return {
    current: () => current,
    async stop(hurry) {
      ending.abort()
      await current.stop(hurry)
      await watching
    },
  }
}
