import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDataFolder } from '../../evals/data/data-folder.ts'
import { readReviews } from '../../evals/data/opinrank.ts'
import type { BenchContext, TaskResult } from '../context.ts'
import { importInProcess } from '../corpus.ts'
import type { Figure } from '../figure.ts'

const short = 'import/flipkart-205k.csv.gz'
const long = 'ranking/cars-2008.reviews.jsonl.gz'

/** Importing many short reviews and many long ones, each into an empty database of its own: analysis, screening and figures included. */
export async function measureBulk({ server, say, signal }: BenchContext): Promise<TaskResult> {
  const data = openDataFolder()
  const figures: Figure[] = []
  const skipped: string[] = []
  const measure = async (kind: 'short' | 'long', file: string) => {
    say(`importing ${kind} reviews`)
    const { reports, peakMb } = await importInProcess(
      { url: await server.createDatabase(), files: [file], analysis: true },
      signal,
    )
    const [report] = reports
    if (!report) return
    const on = `${report.file}: ${report.added.toLocaleString('en')} ${kind} reviews of ${report.items} items, ${report.opinions.toLocaleString('en')} opinions, in ${(report.ms / 1000).toFixed(1)} s; ${server.name}`
    figures.push(
      {
        id: `bulk.${kind}.rate`,
        name: `${kind} reviews imported`,
        value: (report.added / report.ms) * 1000,
        unit: '/s',
        on,
      },
      { id: `bulk.${kind}.peak-memory`, name: 'most memory of the importing process', value: peakMb, unit: 'MB', on },
    )
  }

  const shortFile = data.find(short)
  if (shortFile) await measure('short', shortFile)
  else skipped.push(`bulk import of short reviews: ${short} is not there`)

  const longFile = data.find(long)
  if (!longFile) return { figures, skipped: [...skipped, `bulk import of long reviews: ${long} is not there`] }
  const folder = await mkdtemp(join(tmpdir(), 'reviewguide-bulk-'))
  try {
    const file = join(folder, 'cars-2008.jsonl')
    await writeFile(file, canonicalLines(longFile))
    await measure('long', file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return { figures, skipped }
}

/** OpinRank's own form has no place for a category. */
const canonicalLines = (path: string) =>
  readReviews(path)
    .map(({ entity, text, title }, at) =>
      JSON.stringify({
        item: { id: entity, name: entity.replaceAll('_', ' '), category: 'cars' },
        review: { id: `${at}`, text, title: title ?? undefined },
      }),
    )
    .join('\n')
