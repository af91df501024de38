import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { isRunning, type ProcessIdentity, processIdentity } from './process-identity.ts'

/** Who holds a lock, and what for. */
export interface LockOwner extends ProcessIdentity {
  /** Unique to this holding of the lock. */
  key: string
  /** What the holder is, in words: "reviewguide start". */
  what: string
  /** Where it can be reached; absent while it is still starting. */
  address?: string
}

export interface ProcessLock {
  /** Tells those who find the lock taken where its holder can be reached. */
  setAddress(address: string): void
  release(): void
}

export type LockResult = { taken: true; lock: ProcessLock } | { taken: false; owner: LockOwner }

/** A process that found a dead holder has this long to take its place; one that died meanwhile blocks the others no longer. */
const TAKEOVER_MS = 5000

/**
 * Takes the lock that the file at `path` stands for, or says who has it. A lock whose process is gone, however it ended, counts as free.
 * The file's folder must exist. Throws what the file system says when the file cannot be written.
 */
export function acquireProcessLock(path: string, what: string): LockResult {
  const self = processIdentity()
  const owner: LockOwner = { pid: process.pid, startedAt: self?.startedAt ?? null, key: randomUUID(), what }
  for (;;) {
    if (createWith(path, owner)) return { taken: true, lock: hold(path, owner) }
    const found = readOwner(path)
    if (found !== null && isRunning(found)) return { taken: false, owner: found }
    if (found !== null) removeDead(path, found.key)
    else removeUnreadable(path)
  }
}

/** Who holds the lock at `path`; null when nobody who is alive does. */
export function lockOwner(path: string): LockOwner | null {
  const owner = readOwner(path)
  return owner !== null && isRunning(owner) ? owner : null
}

function hold(path: string, owner: LockOwner): ProcessLock {
  return {
    setAddress(address) {
      writeFileSync(`${path}.${owner.key}`, JSON.stringify({ ...owner, address }))
      renameSync(`${path}.${owner.key}`, path)
    },
    release() {
      if (readOwner(path)?.key === owner.key) rmSync(path, { force: true })
    },
  }
}

function createWith(path: string, owner: LockOwner): boolean {
  try {
    writeFileSync(path, JSON.stringify(owner), { flag: 'wx', mode: 0o644 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readOwner(path: string): LockOwner | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockOwner
  } catch {
    return null
  }
}

/**
 * Removes a dead holder's file. Two processes that both saw it dead race: without the folder as a mutex the slower one would remove the
 * lock that the faster has just made. Keys never come back, so whoever holds the mutex of a key and still reads it removes only that one.
 */
function removeDead(path: string, key: string): void {
  const mutex = `${path}.${key}.takeover`
  try {
    mkdirSync(mutex)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (ageOf(mutex) > TAKEOVER_MS) removeFolder(mutex)
    return
  }
  if (readOwner(path)?.key === key) rmSync(path, { force: true })
  removeFolder(mutex)
}

/** A file that is empty or torn is being written this moment, or was when its writer died. */
function removeUnreadable(path: string): void {
  if (ageOf(path) > TAKEOVER_MS) rmSync(path, { force: true })
}

function ageOf(path: string): number {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
}

function removeFolder(path: string): void {
  try {
    rmdirSync(path)
  } catch {
    // Somebody else was quicker.
  }
}
