import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning } from '@reviewguide/adapters/own-postgres'
import { z } from 'zod'

const Identity = z.object({ pid: z.number().int(), startedAt: z.string().nullable() })

/** What the file `server.json` of a data folder says: which process serves it and where. It holds the database's password. */
export const ServerRecord = Identity.extend({
  state: z.enum(['starting', 'running', 'stopping']),
  backendUrl: z.string().nullable(),
  frontendUrl: z.string().nullable(),
  databaseUrl: z.string().nullable(),
  /** Backend and frontend: what a killed server may have left behind. */
  processes: z.array(Identity.extend({ name: z.string() })),
})
export type ServerRecord = z.infer<typeof ServerRecord>

const fileOf = (folder: string) => join(folder, 'server.json')

/** Writes the record whole or not at all. */
export function writeServerRecord(folder: string, record: ServerRecord): void {
  const unfinished = `${fileOf(folder)}.${process.pid}`
  writeFileSync(unfinished, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 })
  renameSync(unfinished, fileOf(folder))
}

/** The record as it stands, also of a server that is dead; null when there is none that can be read. */
export function readServerRecord(folder: string): ServerRecord | null {
  try {
    return ServerRecord.parse(JSON.parse(readFileSync(fileOf(folder), 'utf8')))
  } catch {
    return null
  }
}

/** The record of the server that serves the folder right now; null when none does. */
export function runningServer(folder: string): ServerRecord | null {
  const record = readServerRecord(folder)
  return record !== null && record.state === 'running' && isRunning(record) ? record : null
}

export function removeServerRecord(folder: string): void {
  rmSync(fileOf(folder), { force: true })
}
