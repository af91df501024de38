import { existsSync, globSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { CommandError } from '../command-error.ts'
import { projectRoot } from '../config.ts'
import { countCorpus, importReviews } from '../dependencies.ts'

export interface LoadSampleOptions {
  /** Address of the migrated database. */
  url: string
  /** The data folder. */
  folder: string
  /** Takes how far it is. */
  detail: (text: string) => void
  signal: AbortSignal
}

/** Loads the sample when the corpus is empty, or when the last load of it was cut short; returns in words what the corpus holds then. */
export async function loadSample({ url, folder, detail, signal }: LoadSampleOptions): Promise<string> {
  const before = await countCorpus(url)
  const files = globSync(join(projectRoot, 'sample-data/*.jsonl')).sort()
  const unfinished = join(folder, 'sample-unfinished')
  if ((before.reviews > 0 && !existsSync(unfinished)) || files.length === 0) return `Corpus has ${words(before)}`

  writeFileSync(unfinished, '')
  const outcomes = await importReviews(url, files, {
    options: {},
    rejectsFolder: folder,
    onProgress: ({ file, read }) => detail(`${basename(file)}, ${read} reviews`),
    signal,
  })
  signal.throwIfAborted()
  for (const outcome of outcomes) {
    if ('error' in outcome)
      throw new CommandError(`The sample ${outcome.path} cannot be read: ${String(outcome.error.details)}`)
  }
  rmSync(unfinished, { force: true })
  return `Sample corpus loaded: ${words(await countCorpus(url))}`
}

const words = ({ items, reviews }: { items: number; reviews: number }) =>
  `${reviews.toLocaleString('en')} reviews of ${items.toLocaleString('en')} items`
