import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { CommandError } from '../command-error.ts'
import type { Restartable } from './keep-running.ts'
import { fileLength, logTail, openLog } from './log-tail.ts'

/** A process of ours that serves: backend or frontend. Its `stop` asks it to end, and ends it by force when it takes too long or `hurry` aborts. */
export interface Service extends Restartable {
  pid: number
}

export interface ServiceOptions {
  name: string
  /** The TypeScript file to run. */
  file: string
  environment: Record<string, string | undefined>
  /** Its output is appended to this file. */
  logFile: string
  /** How long it may take to end what it is doing when it is asked to stop. */
  patienceMs: number
  signal?: AbortSignal
}

/** Many times what a start takes on a slow disk; a service that is not ready by then never will be. */
const READY_LIMIT_MS = 120_000

/**
 * Runs a service as a child process and waits until it says `{ ready: true }` over its channel. The channel closes when this process dies,
 * however it dies, and the service ends itself then. Throws `CommandError` with the end of its log when it does not become ready.
 */
export async function startService({
  name,
  file,
  environment,
  logFile,
  patienceMs,
  signal,
}: ServiceOptions): Promise<Service> {
  if (!existsSync(file)) throw new CommandError(`The ${name} is missing: there is no file ${file}.`)
  const log = openLog(logFile)
  const begin = fileLength(logFile)
  const child = spawnService(file, environment, log)
  const service: Service = {
    name,
    pid: child.pid ?? 0,
    exited: new Promise((resolve) => {
      child.once('exit', (code, by) => resolve(by ? `signal ${by}` : `status ${code}`))
      child.once('error', (error) => resolve(error.message))
    }),
    stop: (hurry) => stopChild(child, patienceMs, hurry),
    lastLines: () => logTail(logFile, begin),
  }
  const outcome = await Promise.race([
    new Promise<'ready'>((resolve) => {
      child.on('message', (message: { ready?: boolean }) => message.ready && resolve('ready'))
    }),
    service.exited,
    sleep(READY_LIMIT_MS, 'late', { ref: false }),
    aborted(signal),
  ])
  if (outcome === 'ready') return service
  await service.stop(AbortSignal.timeout(2000))
  signal?.throwIfAborted()
  const how =
    outcome === 'late' ? `was not ready within ${READY_LIMIT_MS / 1000} seconds` : `ended at once (${outcome})`
  throw new CommandError(`The ${name} ${how}. The end of ${logFile}:\n${service.lastLines()}`)
}

function spawnService(file: string, environment: Record<string, string | undefined>, log: number): ChildProcess {
  try {
    // A group of its own: Ctrl-C at the terminal reaches us alone, and we stop the services in their order. The log is the file itself and
    // no pipe through us, so that a service whose parent was killed can still write its last lines.
    return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
      stdio: ['ignore', log, log, 'ipc'],
      detached: true,
      env: { ...process.env, ...environment },
    })
  } finally {
    closeSync(log)
  }
}

async function stopChild(child: ChildProcess, patienceMs: number, hurry?: AbortSignal): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const outcome = await Promise.race([ended, sleep(patienceMs, 'late', { ref: false }), aborted(hurry)])
  if (outcome === undefined) return
  child.kill('SIGKILL')
  await ended
}

function aborted(signal?: AbortSignal): Promise<'aborted'> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve('aborted')
    signal?.addEventListener('abort', () => resolve('aborted'), { once: true })
  })
}
