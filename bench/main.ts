/** `npm run bench`: measures speed, prints a table, ends with 0 unless something could not be measured. Aims stand in aims.json; a missed one is marked, not failed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { BenchContext, Task, TaskResult } from './context.ts'
import { type LoadedCorpus, loadCorpus } from './corpus.ts'
import type { Aim, Figure } from './figure.ts'
import { machineLine, readMachine } from './machine.ts'
import { tableOf } from './print-table.ts'
import { openServer } from './server.ts'
import { measureAnswers } from './tasks/answers.ts'
import { measureBulk } from './tasks/bulk.ts'
import { measureCapacity } from './tasks/capacity.ts'
import { measureCrowd } from './tasks/crowd.ts'
import { measureGrowth } from './tasks/growth.ts'
import { measureHeld } from './tasks/held.ts'
import { measureImport } from './tasks/import.ts'
import { measureMemory } from './tasks/memory.ts'
import { measureOpinions } from './tasks/opinions.ts'
import { measureRunLog } from './tasks/runlog.ts'
import { measureSentiment } from './tasks/sentiment.ts'
import { measureSessions } from './tasks/sessions.ts'
import { measureStream } from './tasks/stream.ts'
import { measureTracing } from './tasks/tracing.ts'

/** Longest that a run may take; what hangs is ended with all that was started. */
const LONGEST_MS = 500_000

/** The same with tasks that import hundreds of thousands of reviews, or ask ten thousand questions. */
const LONGEST_OF_LONG_MS = 1_500_000

const tasks: Record<string, Task> = {
  import: measureImport,
  bulk: measureBulk,
  answers: measureAnswers,
  stream: measureStream,
  capacity: measureCapacity,
  tracing: measureTracing,
  crowd: measureCrowd,
  held: measureHeld,
  sessions: measureSessions,
  runlog: measureRunLog,
  opinions: measureOpinions,
  sentiment: measureSentiment,
}

/** Too long for every run: they are measured where they are named. */
const longTasks: Record<string, Task> = { growth: measureGrowth, memory: measureMemory }

const usage = `npm run bench -- [options]
  --only NAME   one task: ${Object.keys(tasks).join(', ')}; may be given several times. Only by name, since it takes minutes: ${Object.keys(longTasks).join(', ')}
  --json FILE   also writes the figures there
  --help        this text

DATABASE_URL names a PostgreSQL 15 to measure on, in a database of the benchmark's own; without it one is started.
REDIS_URL names a Redis that the measured backends share what they may through; without it each keeps it in its process, and tasks that need one start their own.
REVIEWGUIDE_EVAL_DATA names the folder of the evaluation data, for the file of 34,660 reviews.
`

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true }, json: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  const names = values.only ?? Object.keys(tasks)
  const unknown = names.filter((name) => !taskOf(name))
  if (unknown.length > 0) throw new Error(`There is no task ${unknown.join(', ')}.\n${usage}`)

  const machine = readMachine()
  process.stdout.write(`${machineLine(machine)}\n`)
  const { figures, skipped, notes, failed } = await measure(names)
  const aims = JSON.parse(readFileSync(new URL('./aims.json', import.meta.url), 'utf8')) as Record<string, Aim>
  process.stdout.write(`\n${tableOf(figures, aims)}\n`)
  for (const line of skipped) process.stdout.write(`skipped: ${line}\n`)
  for (const note of notes) process.stdout.write(`\n${note}\n`)
  for (const line of failed) process.stderr.write(`failed: ${line}\n`)
  if (values.json) {
    const report = {
      at: new Date().toISOString(),
      machine,
      figures: figures.map((figure) => ({ ...figure, aim: aims[figure.id] })),
      skipped,
      notes,
      failed,
    }
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
  }
  return failed.length > 0 ? 1 : 0
}

const taskOf = (name: string): Task | undefined => tasks[name] ?? longTasks[name]

async function measure(names: string[]): Promise<Required<TaskResult> & { failed: string[] }> {
  const ending = new AbortController()
  const end = () => ending.abort(new Error('the run was ended'))
  process.once('SIGINT', end).once('SIGTERM', end)
  const late = setTimeout(
    () => ending.abort(new Error('the run took too long')),
    names.some((name) => longTasks[name]) ? LONGEST_OF_LONG_MS : LONGEST_MS,
  )
  const signal = ending.signal

  const server = await openServer()
  let corpus: Promise<LoadedCorpus> | undefined
  const figures: Figure[] = []
  const skipped: string[] = []
  const notes: string[] = []
  const failed: string[] = []
  try {
    for (const name of names) {
      if (signal.aborted) break
      const context: BenchContext = {
        server,
        corpus: () => (corpus ??= loadCorpus(server, signal)),
        say: (text) => process.stderr.write(`${name}: ${text}\n`),
        signal,
      }
      try {
        const result = await taskOf(name)?.(context)
        figures.push(...(result?.figures ?? []))
        skipped.push(...(result?.skipped ?? []))
        notes.push(...(result?.notes ?? []))
      } catch (error) {
        failed.push(
          `${name}: ${signal.aborted ? String(signal.reason) : error instanceof Error ? error.message : String(error)}`,
        )
      }
    }
  } finally {
    clearTimeout(late)
    await server.close()
  }
  return { figures, skipped, notes, failed }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return 1
})
