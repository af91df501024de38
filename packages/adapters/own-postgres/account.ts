import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { OwnPostgresError } from './own-postgres-error.ts'

/** The account that PostgreSQL runs as. */
export interface Account {
  name: string
  uid: number
  gid: number
}

/**
 * The account to run PostgreSQL as: null for our own. PostgreSQL refuses to run as root, so root lends it the account `nobody`, or the
 * one that owns the database files already (`ownerUid`). initdb looks its account up by number, so it must stand in /etc/passwd.
 */
export function postgresAccount(ownerUid?: number): Account | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
  const wanted = accounts.find((account) => (ownerUid ? account.uid === ownerUid : account.name === 'nobody'))
  if (wanted === undefined) {
    const which = ownerUid ? `with the number ${ownerUid}, which owns the database files,` : '"nobody"'
    throw new OwnPostgresError(
      `PostgreSQL refuses to run as root, and the account ${which} is not in /etc/passwd. Run as another user, or set DATABASE_URL.`,
    )
  }
  return wanted
}

/** Whether the account may enter a folder: it needs the right to search it and every folder above. Folders that do not exist yet are left out. */
export function mayEnter(folder: string, account: Account): boolean {
  for (let path = nearestExisting(folder); ; path = dirname(path)) {
    const { mode, uid, gid } = statSync(path)
    const search = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & search) === 0) return false
    if (path === dirname(path)) return true
  }
}

function nearestExisting(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return nearestExisting(dirname(folder))
  }
}
