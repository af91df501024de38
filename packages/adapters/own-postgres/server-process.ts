import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Cluster, cleanEnvironment, owner } from './cluster.ts'
import { freePort } from './free-port.ts'
import { OwnPostgresError } from './own-postgres-error.ts'
import { readPostmaster } from './postmaster-pid.ts'
import { commandLine, isRunning, processIdentity } from './process-identity.ts'
import { serverArguments } from './settings.ts'

export interface ServerProcess {
  pid: number
  port: number
  /** Settles when the server has ended, whoever ended it. Waiting for it does not keep this process alive; `stop` does. */
  exited: Promise<void>
  stop(hurry?: AbortSignal): Promise<void>
}

/** The log of the server is begun anew at a start once it is this long; the one before is kept beside it. */
const LOG_LIMIT_BYTES = 10_000_000

/** A port may be taken between its choice and its use, and the memory of a crashed server takes some seconds to be given back. */
const ATTEMPTS = 6

/** Crash recovery reads at most max_wal_size of log, seconds on any disk. Longer means that something is wrong. */
const READY_LIMIT_MS = 180_000

/** Starts the server of a cluster on a free loopback port, on `port` at first when it is given, and waits until it takes connections. */
export async function startServer(
  cluster: Cluster,
  postgres: string,
  { logFile, port: wanted, signal }: { logFile: string; port?: number; signal?: AbortSignal },
): Promise<ServerProcess> {
  mkdirSync(dirname(logFile), { recursive: true })
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`)
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted()
    const port = attempt === 1 && wanted ? wanted : await freePort()
    const child = spawnServer(cluster, postgres, port, logFile)
    const exited = new Promise<void>((resolve) => child.once('close', () => resolve()))
    const failure = new Promise<Error>((resolve) => child.once('error', resolve))
    const outcome = await Promise.race([
      becomesReady(cluster.folder, child, signal),
      exited.then(() => 'exited' as const),
      failure,
    ])
    if (outcome === 'ready' && child.pid !== undefined)
      return serverProcess(cluster.folder, child, child.pid, port, exited)
    if (outcome instanceof Error)
      throw new OwnPostgresError(`PostgreSQL could not be run: ${outcome.message}`, { cause: outcome })
    if (outcome === 'late' || signal?.aborted) {
      await stopServer(cluster.folder, child.pid ?? 0)
      signal?.throwIfAborted()
    }
    if (outcome === 'late' || attempt === ATTEMPTS) {
      throw new OwnPostgresError(`PostgreSQL did not start. The end of ${logFile}:\n${lastLines(logFile)}`)
    }
    await sleep(250 * attempt)
  }
}

function serverProcess(
  folder: string,
  child: ChildProcess,
  pid: number,
  port: number,
  exited: Promise<void>,
): ServerProcess {
  // Whoever forgets to stop the server can still end: the next start finds what is left.
  child.unref()
  return {
    pid,
    port,
    exited,
    async stop(hurry) {
      child.ref()
      await stopServer(folder, pid, hurry)
      await exited
    },
  }
}

function spawnServer(cluster: Cluster, postgres: string, port: number, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a', 0o600)
  try {
    // A group of its own: Ctrl-C at the terminal goes to our process alone, which then stops the server last.
    return spawn(postgres, serverArguments(cluster.folder, port), {
      cwd: '/',
      env: cleanEnvironment,
      stdio: ['ignore', log, log],
      detached: true,
      ...owner(cluster.account),
    })
  } finally {
    closeSync(log)
  }
}

async function becomesReady(
  folder: string,
  child: ChildProcess,
  signal?: AbortSignal,
): Promise<'ready' | 'late' | 'exited'> {
  for (const deadline = Date.now() + READY_LIMIT_MS; Date.now() < deadline; await sleep(15)) {
    if (signal?.aborted) break
    if (child.exitCode !== null || child.signalCode !== null) return 'exited'
    const postmaster = readPostmaster(folder)
    if (postmaster?.pid === child.pid && postmaster?.status === 'ready') return 'ready'
  }
  return 'late'
}

/**
 * Ends the server `pid` of the cluster in `folder` and waits for it: at first as PostgreSQL's "fast" shutdown, which ends sessions and
 * writes a checkpoint; then, or when `hurry` aborts, "immediate", which loses nothing either but makes the next start read the log.
 */
export async function stopServer(folder: string, pid: number, hurry?: AbortSignal): Promise<void> {
  const identity = processIdentity(pid)
  if (identity === null) return
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 6000],
    ['SIGKILL', 3000],
  ]
  for (const [name, patience] of steps) {
    if (name === 'SIGINT' && hurry?.aborted) continue
    try {
      process.kill(pid, name)
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ESRCH') return
      throw new OwnPostgresError(
        `The PostgreSQL that serves ${folder} (process ${pid}) belongs to another user: it cannot be stopped from here.`,
        { cause },
      )
    }
    for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(15)) {
      if (!isRunning(identity)) return
      if (name === 'SIGINT' && hurry?.aborted) break
    }
  }
  throw new OwnPostgresError(`PostgreSQL (process ${pid}) does not end.`)
}

/**
 * Stops a server that a parent which was killed left behind. Its number may by now belong to another process, which is left alone; the
 * file is removed then, because PostgreSQL itself would take that process for a server.
 */
export async function stopLeftover(folder: string): Promise<'stopped' | 'none'> {
  const postmaster = readPostmaster(folder)
  if (postmaster === null || processIdentity(postmaster.pid) === null) return 'none'
  const command = commandLine(postmaster.pid)
  if (command.includes('postgres') && command.includes(folder)) {
    await stopServer(folder, postmaster.pid)
    return 'stopped'
  }
  rmSync(`${folder}/postmaster.pid`, { force: true })
  return 'none'
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n')
}
