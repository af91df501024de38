import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tree } from './build-tree.ts'

const WRITE = 0o222

/** Takes everybody's right to write from all of a tree, and then makes its volumes, which anybody may write to. */
export function freeze({ root, volumes }: Tree): void {
  for (const volume of volumes) mkdirSync(volume, { recursive: true })
  changeModes(root, (mode) => mode & ~WRITE)
  for (const volume of volumes) chmodSync(volume, 0o1777)
}

/** Removes a folder with all that is in it, also what may not be written to. */
export async function remove(folder: string): Promise<void> {
  // Root needs no rights; anybody else needs them for the folders.
  if (process.getuid?.() !== 0) changeModes(folder, (mode) => mode | 0o200)
  await rm(folder, { recursive: true, force: true })
}

/** Bytes and number of the files of a tree. */
export function sizeOf(folder: string): { bytes: number; files: number } {
  let bytes = 0
  let files = 0
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory()) continue
    files += 1
    bytes += lstatSync(join(entry.parentPath, entry.name)).size
  }
  return { bytes, files }
}

function changeModes(path: string, change: (mode: number) => number): void {
  const entry = lstatSync(path)
  // A link has no rights of its own.
  if (entry.isSymbolicLink()) return
  const mode = entry.mode & 0o7777
  if (change(mode) !== mode) chmodSync(path, change(mode))
  if (!entry.isDirectory()) return
  for (const name of readdirSync(path)) changeModes(join(path, name), change)
}
