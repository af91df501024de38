import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts processors' time in these, whatever the machine (`getconf CLK_TCK`). */
const TICKS_PER_SECOND = 100

/** What a line of `/proc/<pid>/stat` says, as far as it is wanted: its times in ticks. */
interface Stat {
  parent: number
  own: number
  /** Of children that have ended and were waited for. */
  children: number
}

/** Milliseconds of CPU, user and system, that a process has used since its start. Linux only; throws when there is no such process. */
export function processCpuMs(pid: number): number {
  const { own } = readStat(pid)
  return (own * 1000) / TICKS_PER_SECOND
}

/** The same of a process and all its children, those that have ended among them: PostgreSQL, which has a process for each connection. */
export function familyCpuMs(pid: number): number {
  const { own, children } = readStat(pid)
  let ticks = own + children
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const stat = readStat(Number(entry))
      if (stat.parent === pid) ticks += stat.own
    } catch {
      // It has ended since, and is counted the next time as one that has.
    }
  }
  return (ticks * 1000) / TICKS_PER_SECOND
}

/** The process that has started this one. */
export const parentOf = (pid: number): number => readStat(pid).parent

function readStat(pid: number): Stat {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name stands in brackets and may hold anything.
  const fields = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [, parent = 0] = fields
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15)
  return { parent, own: user + system, children: childUser + childSystem }
}
