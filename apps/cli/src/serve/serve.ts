import { join } from 'node:path'
import { processIdentity } from '@reviewguide/adapters/own-postgres'
import type { Config } from '../config.ts'
import { migrate } from '../dependencies.ts'
import { removeServerRecord, type ServerRecord, writeServerRecord } from '../server-record.ts'
import type { Steps } from '../steps.ts'
import { buildFrontend } from './build-frontend.ts'
import { keepRunning } from './keep-running.ts'
import { clearLeftovers } from './leftovers.ts'
import { loadSample } from './load-sample.ts'
import { checkPorts } from './ports.ts'
import { takeServerLock } from './server-lock.ts'
import type { Service } from './service.ts'
import { startBackend, startFrontend } from './services.ts'
import { startOwnDatabase } from './start-database.ts'

export interface ServeOptions {
  config: Config
  /** The data folder; it exists and can be written. */
  folder: string
  /** The address that backend and page listen on. */
  host: string
  steps: Steps
  /** Ends the start: what was started by then is stopped. */
  signal: AbortSignal
  /** Called once when a service has died too often. */
  onGiveUp: (name: string) => void
}

export interface Serving {
  /** The address to open in a browser. */
  url: string
  /** Stops page, backend and database, in this order. */
  stop(hurry?: AbortSignal): Promise<void>
}

/** Starts everything, a step at a time. When a step fails, what was started before it is stopped and its error is thrown. */
export async function serve({ config, folder, host, steps, signal, onGiveUp }: ServeOptions): Promise<Serving> {
  const ends: ((hurry?: AbortSignal) => unknown)[] = []
  const record: ServerRecord = {
    ...(processIdentity() ?? { pid: process.pid, startedAt: null }),
    state: 'starting',
    backendUrl: null,
    frontendUrl: null,
    databaseUrl: config.databaseUrl ?? null,
    processes: [],
  }
  const note = (changes: Partial<ServerRecord>) => writeServerRecord(folder, Object.assign(record, changes))
  const noteService = ({ name, pid }: Service) => {
    const others = record.processes.filter((known) => known.name !== name)
    note({ processes: [...others, { name, pid, startedAt: processIdentity(pid)?.startedAt ?? null }] })
  }
  const stop = async (hurry?: AbortSignal) => {
    if (record.processes.length > 0) note({ state: 'stopping' })
    for (let end = ends.pop(); end; end = ends.pop()) await end(hurry)
  }
  const kept = { say: steps.say, onGiveUp }
  const { backendPort, frontendPort } = config

  try {
    const lock = await takeServerLock(folder, steps.say, signal)
    ends.push(() => lock.release())
    if (await clearLeftovers(folder)) steps.say('The last ReviewGuide on this folder was ended by force; recovering.')
    ends.push(() => removeServerRecord(folder))
    await checkPorts([
      { port: backendPort, variable: 'APP_PORT', use: 'the backend' },
      { port: frontendPort, variable: 'PORT', use: 'the page' },
    ])
    note({})

    await steps.run(
      'Building the page',
      () => buildFrontend({ logFile: join(folder, 'logs', 'frontend-build.log'), signal }),
      (outcome) => (outcome === 'built' ? 'Page built' : 'Page is built already'),
    )

    let databaseUrl = config.databaseUrl
    if (databaseUrl === undefined) {
      const database = await steps.run(
        'Starting PostgreSQL',
        async () => {
          let port: number | undefined
          return keepRunning({
            ...kept,
            start: () => startOwnDatabase(folder, steps.say, port, signal),
            onStarted: (own) => {
              port = own.port
            },
          })
        },
        () => 'PostgreSQL started',
      )
      ends.push((hurry) => database.stop(hurry))
      databaseUrl = database.current().url
    }
    const url = databaseUrl
    await steps.run(
      'Bringing the tables up to date',
      () => migrate(url),
      (applied) => (applied.length > 0 ? 'Tables made' : 'Tables are up to date'),
    )
    await steps.run(
      'Looking at the corpus',
      (detail) => loadSample({ url, folder, detail, signal }),
      (text) => text,
    )

    const backendUrl = `http://${reachable(host)}:${backendPort}`
    // The page answers while the backend is away, so neither waits for the other.
    const at = { folder, host, signal, logFormat: config.logFormat }
    await steps.run(
      'Starting the backend and the page',
      async () => {
        const started = await Promise.allSettled([
          keepRunning({
            ...kept,
            start: () => startBackend(config, { ...at, port: backendPort }, url),
            onStarted: noteService,
          }),
          keepRunning({
            ...kept,
            start: () => startFrontend({ ...at, port: frontendPort }, backendUrl),
            onStarted: noteService,
          }),
        ])
        for (const result of started) if (result.status === 'fulfilled') ends.push((hurry) => result.value.stop(hurry))
        for (const result of started) if (result.status === 'rejected') throw result.reason
      },
      () => `Backend started on port ${backendPort}, page on port ${frontendPort}`,
    )

    const address = `http://${host === '127.0.0.1' ? 'localhost' : reachable(host)}:${frontendPort}`
    note({ state: 'running', databaseUrl: url, backendUrl, frontendUrl: address })
    lock.setAddress(address)
    return { url: address, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** An address that listens everywhere is called on loopback. */
function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
}
