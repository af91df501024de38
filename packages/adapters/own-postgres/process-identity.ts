import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process that a later one can recognise: numbers of dead processes are given to new ones, their times of birth are not. */
export interface ProcessIdentity {
  pid: number
  /** When it began, in the system's own terms; null where the system does not tell. */
  startedAt: string | null
}

/** The identity of a running process, by default of this one; null when there is no such process, or when it is dead and only not yet buried. */
export function processIdentity(pid: number = process.pid): ProcessIdentity | null {
  if (!isAlive(pid)) return null
  if (process.platform !== 'linux') return { pid, startedAt: startedAtByPs(pid) }
  try {
    // The name in brackets may itself hold spaces and brackets, so fields are counted after the last one: state is the first, start the twentieth.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return null
    return { pid, startedAt: `${bootId()}:${fields[19]}` }
  } catch {
    return isAlive(pid) ? { pid, startedAt: null } : null
  }
}

/** True while the very process that `identity` was taken of runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  const now = processIdentity(identity.pid)
  if (now === null) return false
  return now.startedAt === null || identity.startedAt === null || now.startedAt === identity.startedAt
}

/** The command line of a process in one string; empty when it is gone or not ours to see. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Start times count from the boot, so they tell processes apart only within one. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}

function startedAtByPs(pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}
