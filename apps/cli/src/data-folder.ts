import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { mayEnter, postgresAccount, SHARED_FOLDER } from '@reviewguide/adapters/own-postgres'
import { CommandError } from './command-error.ts'
import { projectRoot } from './config.ts'

/**
 * The data folder's absolute path: the one that is named; else `.data` in the project; for root in a project that PostgreSQL's account
 * cannot enter, a folder below /var/lib that carries the project's name and a digest of its path, so that two clones have one each.
 */
export function dataFolder(named: string | undefined): string {
  if (named) return resolve(named)
  const inProject = join(projectRoot, '.data')
  const account = postgresAccount()
  if (account === null || mayEnter(projectRoot, account)) return inProject
  const digest = createHash('sha256').update(projectRoot).digest('hex').slice(0, 10)
  return join(SHARED_FOLDER, `${basename(projectRoot)}-${digest}`)
}

/** Makes the data folder when it does not exist. Throws `CommandError` when it cannot be made or written. */
export function openDataFolder(folder: string): string {
  try {
    mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK | constants.X_OK)
    accessSync(join(folder, 'logs'), constants.W_OK | constants.X_OK)
  } catch (cause) {
    const why = existsSync(folder) && !statSync(folder).isDirectory() ? 'is not a folder' : 'cannot be written'
    throw new CommandError(`The data folder ${folder} ${why}. Name another one in REVIEWGUIDE_DATA_DIR.`, { cause })
  }
  return folder
}
