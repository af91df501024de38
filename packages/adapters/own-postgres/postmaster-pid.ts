import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a running PostgreSQL writes into `postmaster.pid` of its data folder. */
export interface Postmaster {
  pid: number
  port: number
  status: 'starting' | 'ready' | 'stopping' | 'standby' | 'unknown'
}

/** Reads the file of the cluster in `folder`; null when there is none, or when it is not yet whole. */
export function readPostmaster(folder: string): Postmaster | null {
  try {
    return parsePostmaster(readFileSync(join(folder, 'postmaster.pid'), 'utf8'))
  } catch {
    return null
  }
}

/** Lines by PostgreSQL's pidfile.h: number, folder, start time, port, socket folder, address, shared memory key, status. */
export function parsePostmaster(text: string): Postmaster | null {
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Math.abs(Number(lines[0]))
  if (!Number.isInteger(pid) || pid === 0) return null
  const status = (['starting', 'ready', 'stopping', 'standby'] as const).find((known) => known === lines[7])
  return { pid, port: Number(lines[3]) || 0, status: status ?? 'unknown' }
}
