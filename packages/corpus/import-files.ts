import { AppError, type ImportReport } from '@reviewguide/contracts'
import { type ImportFile, importFile } from './import-file.ts'

/** What became of one file: its report, or why it could not be read. */
export type FileOutcome = { path: string; report: ImportReport } | { path: string; error: AppError }

/**
 * Imports files one after another, holding the corpus meanwhile; a file that cannot be read does not keep the others back. The store is opened and
 * closed here, the analyser is the caller's to close. Throws what is no fault of a file: `database_unavailable`, or an unforeseen error.
 */
export async function importFiles(paths: string[], input: Omit<ImportFile, 'path'>): Promise<FileOutcome[]> {
  const { store, signal, onProgress } = input
  await store.open(signal, () => {
    onProgress?.({ file: paths[0] ?? '', phase: 'waiting', read: 0, rejected: 0, stored: 0, position: 0, size: 0 })
  })
  const outcomes: FileOutcome[] = []
  try {
    for (const path of paths) {
      if (signal.aborted) break
      try {
        outcomes.push({ path, report: await importFile({ ...input, path }) })
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'invalid_request') throw error
        outcomes.push({ path, error })
      }
    }
  } finally {
    await store.close()
  }
  return outcomes
}
