/** `npm run eval`: measures how well reviews are understood, on sets that people labelled. Ends with 1 when a figure falls below its threshold in thresholds.json. */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { EvalContext, Task } from './context.ts'
import { createOpinrankReader } from './data/analysed-opinrank.ts'
import { openDataFolder } from './data/data-folder.ts'
import { type Figure, keeps, type Threshold } from './figure.ts'
import { tableOf } from './print-table.ts'
import { measureAspectScores } from './tasks/aspect-scores.ts'
import { measureAspectTerms } from './tasks/aspect-terms.ts'
import { measurePlantedFakes } from './tasks/planted-fakes.ts'
import { measurePolarity } from './tasks/polarity.ts'
import { measureProductAspects } from './tasks/product-aspects.ts'
import { measureProductSearch } from './tasks/product-search.ts'
import { measureProportions } from './tasks/proportions.ts'
import { measureProsCons } from './tasks/pros-cons.ts'
import { measureQuotes } from './tasks/quotes.ts'
import { measureSingleAspectQueries } from './tasks/single-aspect-queries.ts'

const tasks: Record<string, Task> = {
  polarity: measurePolarity,
  'aspect-terms': measureAspectTerms,
  'product-aspects': measureProductAspects,
  'pros-cons': measureProsCons,
  'aspect-scores': measureAspectScores,
  'single-aspect-queries': measureSingleAspectQueries,
  quotes: measureQuotes,
  proportions: measureProportions,
  'product-search': measureProductSearch,
  'planted-fakes': measurePlantedFakes,
}

const usage = `npm run eval -- [options]
  --only TASK   one task: ${Object.keys(tasks).join(', ')}; may be given several times
  --json FILE   also writes the figures there, with what each is made of
  --help        this text

REVIEWGUIDE_EVAL_DATA names the folder of the evaluation data; without it that is ../shared/data. Sets that are not there are named and skipped.
Ends with 1 when a figure falls below its threshold in evals/thresholds.json.
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
  const unknown = names.filter((name) => !tasks[name])
  if (unknown.length > 0) throw new Error(`There is no task ${unknown.join(', ')}.\n${usage}`)

  const data = openDataFolder()
  const { figures, failed } = await measure(names, { data, opinrank: createOpinrankReader(data) })
  const thresholds = readThresholds()
  if (figures.length > 0) process.stdout.write(`\n${tableOf(figures, thresholds)}\n`)
  if (figures.length > 0) for (const name of data.missing) process.stdout.write(`skipped: ${name} is not there\n`)
  if (figures.length === 0 && failed.length === 0)
    process.stdout.write(`Nothing to measure: no evaluation data at ${data.root}.\n`)
  const below = figures.filter(({ id, value }) => !keeps(value, thresholds[id] ?? {}))
  for (const { id, value } of below) process.stderr.write(`below its threshold: ${id}, ${value}\n`)
  for (const line of failed) process.stderr.write(`failed: ${line}\n`)
  if (values.json) {
    const rows = figures.map((figure) => ({ ...figure, threshold: thresholds[figure.id], ok: !below.includes(figure) }))
    writeFileSync(values.json, `${JSON.stringify({ figures: rows, skipped: [...data.missing], failed }, null, 2)}\n`)
  }
  return below.length + failed.length > 0 ? 1 : 0
}

async function measure(
  names: readonly string[],
  context: EvalContext,
): Promise<{ figures: Figure[]; failed: string[] }> {
  const figures: Figure[] = []
  const failed: string[] = []
  for (const name of names) {
    const started = performance.now()
    try {
      figures.push(...((await tasks[name]?.(context)) ?? []))
    } catch (error) {
      failed.push(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    }
    process.stderr.write(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s\n`)
  }
  return { figures, failed }
}

function readThresholds(): Record<string, Threshold> {
  return JSON.parse(readFileSync(new URL('./thresholds.json', import.meta.url), 'utf8')) as Record<string, Threshold>
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return 1
})
