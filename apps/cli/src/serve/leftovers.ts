import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning } from '@reviewguide/adapters/own-postgres'
import { readServerRecord, removeServerRecord } from '../server-record.ts'

/** A backend whose parent died ends by itself within seconds; after this it is ended by force. */
const PATIENCE_MS = 5000

/** Waits until what a killed server left behind has ended, and ends it otherwise. The caller holds the folder's lock. Returns whether there was a server that did not stop in order. */
export async function clearLeftovers(folder: string): Promise<boolean> {
  const record = readServerRecord(folder)
  if (record === null) return false
  for (const left of record.processes.filter(isRunning)) {
    for (const deadline = Date.now() + PATIENCE_MS; isRunning(left) && Date.now() < deadline; ) await sleep(50)
    if (isRunning(left)) process.kill(left.pid, 'SIGKILL')
  }
  removeServerRecord(folder)
  return true
}
