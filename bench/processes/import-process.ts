import { tmpdir } from 'node:os'
import { createPool, createPostgresCorpusWriter } from '@reviewguide/adapters/postgres'
import { createWorkerAnalyser, importFiles, keepHeapSmall } from '@reviewguide/corpus'
import type { Analyser } from '@reviewguide/corpus/ports'
import type { ImportJob, ImportResult } from '../import-job.ts'
import { unanalysed } from '../unanalysed.ts'

const { url, files, analysis } = JSON.parse(process.argv[2] ?? '{}') as ImportJob

const noAnalysis: Analyser = {
  analyse: async (reviews) => reviews.map(unanalysed),
  close: async () => {},
}

// As the command line wires it.
keepHeapSmall()
const pool = createPool(url, { max: 2, applicationName: 'reviewguide-import' })
const analyser = analysis ? createWorkerAnalyser() : noAnalysis
const outcomes = await importFiles(files, {
  store: createPostgresCorpusWriter(pool),
  analyser,
  clock: { now: () => new Date() },
  rejectsFolder: tmpdir(),
  signal: new AbortController().signal,
})
await analyser.close()
await pool.end()

const reports = outcomes.map((outcome) => {
  if ('error' in outcome) throw outcome.error
  return outcome.report
})
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
const result: ImportResult = { reports, peakMb: maxRSS / 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 }
process.send?.(result)
