import { execFile, execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Account, mayEnter, postgresAccount } from './account.ts'
import { type NativeBinaries, SHARED_FOLDER } from './native-binaries.ts'
import { OwnPostgresError } from './own-postgres-error.ts'

const run = promisify(execFile)

/** A PostgreSQL data folder, the account it belongs to (null: ours) and the password of its one role. */
export interface Cluster {
  folder: string
  account: Account | null
  password: string
}

/** Name of the role and of the database. */
export const ROLE = 'reviewguide'

const PASSWORD_FILE = 'reviewguide.password'

/** Environment of the server's programs: none of the caller's PG* variables or locale may change what they do. */
export const cleanEnvironment = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }

/** Where the database files of a data folder are, and whose. Makes the place, not the files. */
export function clusterPlace(dataDir: string): { folder: string; account: Account | null } {
  const path = join(dataDir, 'postgres')
  const existing = statSync(path, { throwIfNoEntry: false })
  const account = postgresAccount(existing?.uid || undefined)
  const folder = existing ? realpathSync(path) : path
  if (account === null || (existing && mayEnter(folder, account))) return { folder, account }
  if (statSync(dataDir).uid === 0) chmodSync(dataDir, statSync(dataDir).mode | 0o111)
  if (mayEnter(dataDir, account)) return { folder, account }
  // The data folder lies where PostgreSQL's account cannot reach it (below /root, say): its files go below /var/lib and a link says where.
  const reachable = join(SHARED_FOLDER, 'databases', randomBytes(8).toString('hex'))
  mkdirSync(dirname(reachable), { recursive: true, mode: 0o755 })
  // Files that lie there already were put back from a backup.
  if (existing) execFileSync('mv', [folder, reachable])
  if (lstatSync(path, { throwIfNoEntry: false })) rmSync(path)
  symlinkSync(reachable, path)
  return { folder: reachable, account }
}

/**
 * Opens the cluster of a data folder and makes it when there is none: UTF-8, sorted by code point, words told by C.UTF-8, logins by
 * SCRAM with a generated password. A cluster gets its name only when it is whole: an interrupted initdb is thrown away and run again.
 */
export async function openCluster(
  place: { folder: string; account: Account | null },
  binaries: NativeBinaries,
): Promise<Cluster> {
  const { folder, account } = place
  if (!existsSync(join(folder, 'PG_VERSION'))) await createCluster(folder, account, binaries)
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (version !== '15') {
    throw new OwnPostgresError(
      `The database in ${folder} is of PostgreSQL ${version}, not 15. Move it away, or name another folder in REVIEWGUIDE_DATA_DIR.`,
    )
  }
  return { folder, account, password: readFileSync(join(folder, PASSWORD_FILE), 'utf8').trim() }
}

async function createCluster(folder: string, account: Account | null, binaries: NativeBinaries): Promise<void> {
  const unfinished = `${folder}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  const passwordFile = join(unfinished, 'password')
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid)
  const data = join(unfinished, 'data')
  const attempt = async (locale: string[]) => {
    rmSync(data, { recursive: true, force: true })
    const flags = [
      '-D',
      data,
      '-U',
      ROLE,
      '--encoding=UTF8',
      ...locale,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
    ]
    await run(binaries.initdb, flags, { cwd: '/', env: cleanEnvironment, ...owner(account) })
  }
  // Under the plain C locale letters beyond ASCII would be no letters to full-text search; not every system has C.UTF-8.
  const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  try {
    await attempt(['--locale=C', `--lc-ctype=${ctype}`]).catch(() => attempt(['--locale=C']))
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim() || String(cause)
    throw new OwnPostgresError(`The database could not be set up in ${folder}. initdb said: ${said}`, { cause })
  }
  renameSync(passwordFile, join(data, PASSWORD_FILE))
  renameSync(data, folder)
  rmSync(unfinished, { recursive: true, force: true })
}

/** The user that a child process is to run as, in the words of `spawn`. */
export function owner(account: Account | null): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {}
}
