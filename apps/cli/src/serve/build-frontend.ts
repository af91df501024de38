import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, closeSync, constants, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { acquireProcessLock, type LockResult, type ProcessLock } from '@reviewguide/adapters/own-postgres'
import { CommandError } from '../command-error.ts'
import { projectRoot } from '../config.ts'
import { fileLength, logTail, openLog } from './log-tail.ts'

const frontend = join(projectRoot, 'apps/frontend')
const stamp = join(frontend, '.next/reviewguide-sources')

/** A build takes a minute or two; one that is still at it after this is waited for no longer. */
const PATIENCE_MS = 600_000

/**
 * Builds the page unless it was built from the very sources and dependencies that are there now. Returns whether it had to. The build's
 * output goes to `logFile`. Throws `CommandError` with the end of it when the build fails.
 */
export async function buildFrontend({
  logFile,
  signal,
}: {
  logFile: string
  signal?: AbortSignal
}): Promise<'built' | 'up to date'> {
  const sources = digestOfSources()
  if (builtFrom() === sources) return 'up to date'
  const lock = await buildLock(signal)
  try {
    if (builtFrom() === sources) return 'built'
    await runBuild(logFile, signal)
    writeFileSync(stamp, sources)
    return 'built'
  } finally {
    lock.release()
  }
}

function builtFrom(): string | null {
  if (!existsSync(join(frontend, '.next/BUILD_ID')) || !existsSync(stamp)) return null
  return readFileSync(stamp, 'utf8')
}

/** A digest of all that the page is built from, by content: times of files change with every clone. */
function digestOfSources(): string {
  const files = ['apps/frontend', 'packages/contracts'].flatMap((folder) =>
    globSync('**/*', {
      cwd: join(projectRoot, folder),
      withFileTypes: true,
      exclude: (entry) => ['node_modules', '.next', 'next-env.d.ts'].includes(entry.name),
    })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.tsbuildinfo$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  const hash = createHash('sha256')
  for (const file of [...files, join(projectRoot, 'package-lock.json')].sort()) {
    hash
      .update(`${file.slice(projectRoot.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Two builds in one folder spoil each other: a start on another data folder may be at it. */
async function buildLock(signal?: AbortSignal): Promise<ProcessLock> {
  for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(500, undefined, { signal })) {
    const result = takeBuildLock()
    if (result.taken) return result.lock
    if (Date.now() > deadline)
      throw new CommandError(
        `Process ${result.owner.pid} has been building the page for ten minutes. Stop it and start again.`,
      )
  }
}

function takeBuildLock(): LockResult {
  // Not in `.next`, which a build sweeps.
  const folder = join(projectRoot, 'node_modules/.cache/reviewguide')
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(frontend, constants.W_OK)
    return acquireProcessLock(join(folder, 'build.lock'), 'reviewguide start')
  } catch (cause) {
    throw new CommandError(`The page has yet to be built, and this account may not write ${frontend}.`, { cause })
  }
}

async function runBuild(logFile: string, signal?: AbortSignal): Promise<void> {
  const log = openLog(logFile)
  const begin = fileLength(logFile)
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const [program = 'npm', ...first] = npm
  const child = spawn(program, [...first, 'run', 'build', '--workspace', '@reviewguide/frontend'], {
    cwd: projectRoot,
    stdio: ['ignore', log, log],
    detached: true,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', CI: '1' },
  })
  closeSync(log)
  // The build is a family of processes; a negative number ends all of it.
  const end = () => child.pid && process.kill(-child.pid, 'SIGKILL')
  signal?.addEventListener('abort', end, { once: true })
  const how = await new Promise<string | number | null>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, by) => resolve(by ?? code))
  })
  signal?.removeEventListener('abort', end)
  signal?.throwIfAborted()
  if (how !== 0)
    throw new CommandError(`The page could not be built (${how}). The end of ${logFile}:\n${logTail(logFile, begin)}`)
}
