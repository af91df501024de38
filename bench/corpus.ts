import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { ImportReport } from '@reviewguide/contracts'
import { startChild } from './child.ts'
import { largeFile, sampleFiles } from './data-files.ts'
import type { ImportJob, ImportResult } from './import-job.ts'
import type { BenchServer } from './server.ts'

export interface LoadedCorpus {
  url: string
  /** What is in it, in words. */
  name: string
  /** How the large file's import went; null where the file is not there. */
  large: (ImportResult & { report: ImportReport }) | null
}

/** Imports the sample, then the large file where it is there, into a new database. */
export async function loadCorpus(server: BenchServer, signal: AbortSignal): Promise<LoadedCorpus> {
  const url = await server.createDatabase()
  await importInProcess({ url, files: sampleFiles, analysis: true }, signal)
  const large = largeFile ? await importInProcess({ url, files: [largeFile], analysis: true }, signal) : null
  const [report] = large?.reports ?? []
  return {
    url,
    name: report ? `sample and ${report.added.toLocaleString('en')} Datafiniti reviews` : 'sample alone',
    large: large && report ? { ...large, report } : null,
  }
}

/** Imports files as the command line does, in a process of its own. Throws when a file cannot be read. */
export async function importInProcess(job: ImportJob, signal: AbortSignal): Promise<ImportResult> {
  // Rejected rows are written beside the input: beside a link in a folder that goes away, not among the data.
  const folder = await mkdtemp(join(tmpdir(), 'reviewguide-bench-'))
  const files = job.files.map((file) => join(folder, basename(file)))
  await Promise.all(job.files.map((file, at) => symlink(file, files[at] ?? '')))
  const script = new URL('./processes/import-process.ts', import.meta.url)
  const child = startChild(script, [JSON.stringify({ ...job, files })], {}, signal)
  try {
    return await child.message<ImportResult>()
  } finally {
    await child.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
