import { createPool, createPostgresCorpusWriter, migrateToLatest } from '@reviewguide/adapters/postgres'
import type { ImportId } from '@reviewguide/contracts'
import { createWorkerAnalyser, type FileOutcome, type ImportFile, importFiles, undoImport } from '@reviewguide/corpus'

/** Brings the schema of the database up to date; see the migrations. Returns the names of those that ran. */
export async function migrate(url: string): Promise<string[]> {
  const { applied } = await migrateToLatest(url)
  return applied
}

/** How much the corpus holds. */
export async function countCorpus(url: string): Promise<{ items: number; reviews: number }> {
  const pool = createPool(url, { max: 1 })
  try {
    const { rows } = await pool.query<{ items: number; reviews: number }>(
      'select (select count(*) from reviewguide.items) as items, (select count(*) from reviewguide.reviews) as reviews',
    )
    return rows[0] ?? { items: 0, reviews: 0 }
  } finally {
    await pool.end()
  }
}

/** Imports files of reviews into the database, which is migrated; see `importFiles`. */
export async function importReviews(
  url: string,
  paths: string[],
  input: Pick<ImportFile, 'options' | 'rejectsFolder' | 'onProgress' | 'signal'>,
): Promise<FileOutcome[]> {
  const pool = createPool(url, { max: 2, applicationName: 'reviewguide-import' })
  const analyser = createWorkerAnalyser()
  try {
    const clock = { now: () => new Date() }
    return await importFiles(paths, { ...input, store: createPostgresCorpusWriter(pool), analyser, clock })
  } finally {
    await analyser.close()
    await pool.end()
  }
}

/** Takes an import back; null when there is none of this id. */
export async function undoReviews(url: string, importId: ImportId, signal: AbortSignal): ReturnType<typeof undoImport> {
  const pool = createPool(url, { max: 2, applicationName: 'reviewguide-import' })
  try {
    return await undoImport(importId, createPostgresCorpusWriter(pool), signal)
  } finally {
    await pool.end()
  }
}
