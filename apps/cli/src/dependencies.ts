import {
  createDatabase,
  createPool,
  createPostgresCatalogue,
  createPostgresCorpusWriter,
  createPostgresEvidenceSource,
  createPostgresItemSearch,
  migrateToLatest,
} from '@reviewguide/adapters/postgres'
import type { ImportId, ItemId } from '@reviewguide/contracts'
import {
  createWorkerAnalyser,
  type FileOutcome,
  type ImportFile,
  importFiles,
  keepHeapSmall,
  undoImport,
} from '@reviewguide/corpus'
import type { Catalogue, EvidenceSource, ItemSearch } from '@reviewguide/workflow/ports'

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
  keepHeapSmall()
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

/** The corpus as the commands read it. */
export interface Corpus {
  catalogue: Catalogue
  search: ItemSearch
  evidence: EvidenceSource
  /** Items with exactly this name, in whatever case, or this id of their import. At most twenty. */
  itemsCalled(text: string): Promise<ItemId[]>
  close(): Promise<void>
}

/** Opens the corpus of a migrated database for reading. */
export function openCorpus(url: string): Corpus {
  const pool = createPool(url, { max: 4, applicationName: 'reviewguide-search' })
  const db = createDatabase(pool)
  return {
    catalogue: createPostgresCatalogue({ db }),
    search: createPostgresItemSearch({ db }),
    evidence: createPostgresEvidenceSource({ db }),
    async itemsCalled(text) {
      const { rows } = await pool.query<{ item_id: ItemId }>(
        'select item_id from reviewguide.items where lower(name) = lower($1) or external_id = $1 order by item_id limit 20',
        [text],
      )
      return rows.map(({ item_id }) => item_id)
    },
    close: () => pool.end(),
  }
}
