import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { copyStream, createPool } from '@reviewguide/adapters/postgres'
import type { BenchContext, TaskResult } from '../context.ts'
import { importInProcess } from '../corpus.ts'
import { largeFile, largeFileMissing } from '../data-files.ts'

/** The import of the large file, beside the same without analysis and beside a plain COPY of its rows. */
export async function measureImport({ server, corpus, say, signal }: BenchContext): Promise<TaskResult> {
  if (!largeFile) return { figures: [], skipped: [`import: ${largeFileMissing}`] }
  say('importing the sample and the large file')
  const { large } = await corpus()
  if (!large) throw new Error('the large file was not imported')
  say('importing the large file without analysis')
  const bare = await importInProcess(
    { url: await server.createDatabase(), files: [largeFile], analysis: false },
    signal,
  )
  say('copying the rows of the large file')
  const copied = await copyRaw(await server.createDatabase(), largeFile)

  const { report } = large
  const rate = (reviews: number, ms: number) => (reviews / ms) * 1000
  const bareReport = bare.reports[0] ?? report
  const on = `${report.file}: ${report.added.toLocaleString('en')} reviews of ${report.items} items, ${report.opinions.toLocaleString('en')} opinions, figures included, in ${(report.ms / 1000).toFixed(1)} s; ${server.name}`
  return {
    figures: [
      {
        id: 'import.rate',
        name: 'reviews imported, analysis included',
        value: rate(report.added, report.ms),
        unit: '/s',
        on,
        beside: { what: 'plain COPY of the rows, nothing understood', value: rate(copied.rows, copied.ms) },
      },
      {
        id: 'import.rate.bare',
        name: 'the same without finding opinions',
        value: rate(bareReport.added, bareReport.ms),
        unit: '/s',
        on: `analysis and the figures made of it are ${Math.round(100 * (1 - bareReport.ms / report.ms))} % of the whole import's time`,
      },
      {
        id: 'import.cpu',
        name: 'CPU of the importing process',
        value: large.cpuSeconds,
        unit: 's',
        on: `the same import; PostgreSQL's own not counted`,
        beside: { what: 'without finding opinions', value: bare.cpuSeconds },
      },
      {
        id: 'import.peak-memory',
        name: 'most memory of the importing process',
        value: large.peakMb,
        unit: 'MB',
        on: 'resident, analysis threads included',
        beside: { what: 'without finding opinions', value: bare.peakMb },
      },
    ],
  }
}

const columns = 21

/** What one would do without us: a table of text columns, filled from the file as it is. */
async function copyRaw(url: string, file: string): Promise<{ rows: number; ms: number }> {
  const pool = createPool(url, { max: 1, statementTimeoutMs: 0 })
  const client = await pool.connect()
  try {
    await client.query(`create table raw (${Array.from({ length: columns }, (_, at) => `c${at} text`).join(', ')})`)
    const started = performance.now()
    await copyStream(
      client,
      'copy raw from stdin with (format csv, header true)',
      createReadStream(file).pipe(createGunzip()),
    )
    const ms = performance.now() - started
    const { rows } = await client.query<{ n: number }>('select count(*) as n from raw')
    return { rows: rows[0]?.n ?? 0, ms }
  } finally {
    client.release()
    await pool.end()
  }
}
