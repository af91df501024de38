import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder of the evaluation data, which is no part of the project. */
export interface DataFolder {
  root: string
  /** Where a file or folder of it stands, or null when it is not there, which is noted in `missing`. */
  find(name: string): string | null
  /** What was asked for and is not there, each once. */
  missing: ReadonlySet<string>
}

/** Opens the folder that `REVIEWGUIDE_EVAL_DATA` names, or `../shared/data` beside the project. */
export function openDataFolder(named = process.env.REVIEWGUIDE_EVAL_DATA): DataFolder {
  const root = named || resolve(import.meta.dirname, '../../../shared/data')
  const missing = new Set<string>()
  return {
    root,
    missing,
    find(name) {
      const path = join(root, name)
      if (existsSync(path)) return path
      missing.add(name)
      return null
    },
  }
}
