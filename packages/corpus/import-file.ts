import { randomBytes } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { ImportId, type ImportReport } from '@reviewguide/contracts'
import type { ImportOptions, ImportProgress } from './import-options.ts'
import { createImportPipeline } from './import-pipeline.ts'
import { createOccurrences } from './occurrences.ts'
import type { Analyser, Clock, CorpusWriter } from './ports/index.ts'
import { findFormat } from './read/formats.ts'
import { openReviewFile } from './read/open-review-file.ts'
import { type ReadRow, readReviews, type Understanding } from './read-reviews.ts'
import { reanalyseMoved } from './reanalyse-moved.ts'
import { createRejects } from './rejects-file.ts'
import { science } from './science.ts'

export interface ImportFile {
  path: string
  options?: ImportOptions
  /** Held open (`open`) and closed by the caller. */
  store: CorpusWriter
  analyser: Analyser
  clock: Clock
  /** Where the rejects go when the input's own folder cannot be written; the current folder by default. */
  rejectsFolder?: string
  onProgress?: (progress: ImportProgress) => void
  /** Ends the import early: what was read is stored and its figures are brought up to date. */
  signal: AbortSignal
}

/**
 * Imports one file of reviews and reports what became of its rows: read = added + updated + repeated + described +
 * rejected. Running it again, or after it was
 * ended at any point, leads to the same data. Throws `invalid_request` (with a sentence for people in `details`) when the file cannot be
 * read at all, `database_unavailable` when the database goes away.
 */
export async function importFile(input: ImportFile): Promise<ImportReport> {
  const { path, options = {}, store, analyser, clock, onProgress, signal } = input
  const started = clock.now().getTime()
  const file = await openReviewFile(path, signal, options.encoding)
  const format = findFormat(options.format ?? 'auto', file.head)
  const source = options.source ?? sourceName(path)
  const importId = ImportId.parse(`imp_${randomBytes(10).toString('hex')}`)
  const dryRun = options.dryRun ?? false

  const occurrences = createOccurrences()
  const itemsSeen = createOccurrences()
  const rejects = dryRun ? null : createRejects(path, input.rejectsFolder ?? process.cwd())
  const reasons = new Map<string, number>()
  let read = 0
  let rejected = 0
  let described = 0
  const unreadDates: { count: number; first?: string } = { count: 0 }
  let begun = false
  let understanding: Understanding = { format: format.name, columns: {}, unused: [], notes: [] }
  let sample: ReadRow | null = null

  const pipeline = createImportPipeline({ importId, store, analyser, dryRun })
  const progress = (phase: ImportProgress['phase']) =>
    onProgress?.({
      file: path,
      phase,
      read,
      rejected,
      stored: pipeline.stored(),
      position: file.position(),
      size: file.size,
    })

  let rejectsFile: string | null = null
  try {
    const rowsOf = readReviews({
      file,
      format,
      defaults: { source, category: options.category, kind: options.kind, ratingScale: options.ratingScale },
      options,
      countOccurrence: (content) => occurrences.count(content),
      onUnderstood: (understood) => {
        understanding = understood
      },
    })
    for await (const rows of rowsOf) {
      if (!begun && !dryRun) await store.begin({ importId, file: basename(path), source, format: understanding.format })
      begun = true
      for (const row of rows) {
        read++
        if ('reason' in row) {
          rejected++
          countReason(reasons, row.reason)
          await rejects?.add(row.line, row.reason, row.raw)
          continue
        }
        if (row.review === null) described++
        if (row.unreadDate !== undefined) {
          unreadDates.count++
          unreadDates.first ??= row.unreadDate
        }
        sample ??= row
        itemsSeen.count(row.item.itemId)
        await pipeline.add(row.item, row.review)
      }
      progress('reading')
      if (signal.aborted) break
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    rejectsFile = (await rejects?.close()) ?? null
    // Whatever went wrong: what is on its way is not left behind half done.
    await pipeline.settle()
  }

  const { added, updated, opinions } = await pipeline.finish()
  progress('figures')
  const report: ImportReport = {
    importId,
    file: basename(path),
    format: understanding.format,
    read,
    added,
    updated,
    described,
    repeated: read - rejected - added - updated - described,
    rejected,
    items: itemsSeen.size,
    opinions,
    rejectsFile,
    ms: clock.now().getTime() - started,
    dryRun,
    reasons: Object.fromEntries([...reasons].sort((a, b) => b[1] - a[1])),
    notes: [
      ...file.notes,
      ...understanding.notes,
      ...dateNote(unreadDates),
      ...foreignNote(pipeline.foreign()),
      ...(read === 0 && !signal.aborted ? ['Nothing in it could be told for a review or an item.'] : []),
    ],
    understood: dryRun
      ? { columns: understanding.columns, unused: understanding.unused, sample: shown(sample) }
      : undefined,
    interrupted: signal.aborted,
  }
  if (dryRun || !begun) return report
  await reanalyseMoved(importId, store, analyser, signal)
  await store.refresh(science)
  const whole = { ...report, ms: clock.now().getTime() - started }
  await store.finish(whole)
  return whole
}

/** Says how many reviews are without their date because nobody can tell which day it was. */
const dateNote = ({ count, first }: { count: number; first?: string }): string[] =>
  count === 0 ? [] : [`${count} dates are none that can be read ("${first}"); their reviews are kept without.`]

/** Says which reviews have no opinions because of their language. */
function foreignNote(foreign: ReadonlyMap<string, number>): string[] {
  const most = [...foreign].sort((a, b) => b[1] - a[1])
  const count = most.reduce((sum, [, n]) => sum + n, 0)
  if (count === 0) return []
  const languages = most.slice(0, 8).map(([language, n]) => `${language} ${n}`)
  return [
    `${count} in other languages than English (${languages.join(', ')}) keep rating and text; opinions are found in English alone.`,
  ]
}

/** What a dry run shows of the first row that was understood: what was found, without what was made of it. */
function shown(row: ReadRow | null): object | null {
  if (row === null || 'reason' in row) return null
  const found = (values: object) =>
    Object.fromEntries(
      Object.entries(values).filter(
        ([key, value]) => value !== null && !['itemId', 'reviewId', 'content', 'nameless', 'described'].includes(key),
      ),
    )
  return { line: row.line, item: found(row.item), review: row.review && found(row.review) }
}

/** "reviews.csv.gz" → "reviews": the same whether the file is packed or not. */
function sourceName(path: string): string {
  const name = basename(path).replace(/\.(?:csv|tsv|txt|jsonl|ndjson|json|xml|html?|gz)(?=\.|$)/gi, '')
  return (name || basename(path) || dirname(path)).slice(0, 200)
}

/** Reasons by their kind: without the values that differ from row to row. */
function countReason(reasons: Map<string, number>, reason: string): void {
  const kind = reason.split(':', 1)[0] ?? reason
  reasons.set(kind, (reasons.get(kind) ?? 0) + 1)
}
