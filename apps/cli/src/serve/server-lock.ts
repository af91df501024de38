import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { acquireProcessLock, type LockOwner, type ProcessLock } from '@reviewguide/adapters/own-postgres'
import { CommandError } from '../command-error.ts'
import { readServerRecord } from '../server-record.ts'

/** How long a server that is on its way out is waited for: its services and its database have bounds of their own that add up to this. */
const STOPPING_MS = 40_000

/** npm and a shell may report that they have ended a moment before the server itself notices. */
const GRACE_MS = 1500

/** Makes this process the server of the data folder. Throws `CommandError` that names the process which serves it already, and where. */
export async function takeServerLock(
  folder: string,
  say: (text: string) => void,
  signal?: AbortSignal,
): Promise<ProcessLock> {
  const begun = Date.now()
  for (let told = false; ; await sleep(100, undefined, { signal })) {
    const result = acquireProcessLock(join(folder, 'server.lock'), 'reviewguide start')
    if (result.taken) return result.lock
    const record = readServerRecord(folder)
    const stopping = record?.state === 'stopping' && record.pid === result.owner.pid
    if (Date.now() - begun > (stopping ? STOPPING_MS : GRACE_MS)) throw inUse(folder, result.owner)
    if (stopping && !told) say(`Waiting for the ReviewGuide that is stopping (process ${result.owner.pid}).`)
    told ||= stopping
  }
}

function inUse(folder: string, owner: LockOwner): CommandError {
  const where = owner.address ? `serves it at ${owner.address}` : 'is just starting on it'
  return new CommandError(
    `The data folder ${folder} is in use: process ${owner.pid} ${where}. Open that address, or stop it with "npx reviewguide stop", ` +
      'or name another folder in REVIEWGUIDE_DATA_DIR.',
  )
}
