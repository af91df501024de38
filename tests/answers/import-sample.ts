import { globSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { createPostgresCorpusWriter } from '@reviewguide/adapters/postgres'
import { createWorkerAnalyser, importFiles } from '@reviewguide/corpus'
import { createTestDatabase, type TestDatabase } from '@reviewguide/testing'

/** A database of its own with the sample corpus in it, as the command line imports it. */
export async function importSample(): Promise<TestDatabase> {
  const database = await createTestDatabase()
  const analyser = createWorkerAnalyser()
  await importFiles(globSync('sample-data/*.jsonl').sort(), {
    options: {},
    rejectsFolder: tmpdir(),
    signal: AbortSignal.timeout(60_000),
    store: createPostgresCorpusWriter(database.pool),
    analyser,
    clock: { now: () => new Date() },
  })
  await analyser.close()
  return database
}
