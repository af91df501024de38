import type { WriteStream } from 'node:tty'
import type { ImportReport } from '@reviewguide/contracts'
import type { FileOutcome, ImportProgress } from '@reviewguide/corpus'

/** A terminal's line is drawn this often; a plain log gets a line this often. */
const TERMINAL_MS = 100
const PLAIN_MS = 5000

const count = (n: number) => n.toLocaleString('en')

export interface ImportScreen {
  progress(progress: ImportProgress): void
  outcome(outcome: FileOutcome): void
  end(): void
}

/** Shows how an import goes, on standard error: one line that changes on a terminal, a line now and then elsewhere. Its outcome goes to standard output. */
export function createImportScreen({ json, stderr }: { json: boolean; stderr: WriteStream }): ImportScreen {
  const terminal = stderr.isTTY
  let last = performance.now()
  let started = performance.now()
  let file = ''
  let phase = ''
  const clear = () => {
    if (terminal) stderr.write('\r\u001b[K')
  }
  return {
    progress(progress) {
      if (json && !terminal) return
      const now = performance.now()
      if (progress.file !== file) started = now
      const due = now - last >= (terminal ? TERMINAL_MS : PLAIN_MS)
      if (!due && progress.phase === phase) return
      const changed = progress.phase !== phase || progress.file !== file
      file = progress.file
      phase = progress.phase
      if (!due && changed && progress.phase === 'reading') return
      last = now
      clear()
      stderr.write(`${line(progress, now - started)}${terminal ? '' : '\n'}`)
    },
    outcome(outcome) {
      clear()
      if (json) {
        console.log(
          JSON.stringify(
            'report' in outcome ? outcome.report : { file: outcome.path, error: String(outcome.error.details) },
          ),
        )
      } else if ('report' in outcome) console.log(told(outcome.report))
      else console.error(`reviewguide: ${outcome.path}: ${String(outcome.error.details)}`)
    },
    end: clear,
  }
}

function line({ phase, file, read, rejected, position, size }: ImportProgress, ms: number): string {
  if (phase === 'waiting') return 'Another import is running; waiting for it.'
  if (phase === 'figures') return `${file}: ${count(read)} rows read; computing the figures`
  const percent = size > 0 ? ` ${Math.floor((100 * position) / size)} %` : ''
  const bad = rejected > 0 ? `, ${count(rejected)} rejected` : ''
  return `${file}:${percent}, ${count(read)} rows read (${count(Math.round((read * 1000) / Math.max(1, ms)))} a second)${bad}`
}

function told(report: ImportReport): string {
  const rate = report.ms > 0 ? `, ${count(Math.round((report.read * 1000) / report.ms))} rows a second` : ''
  const lines = [
    `${report.file} (${report.format}): read ${count(report.read)}, added ${count(report.added)}, ${changed(report)}repeated ${count(report.repeated)}, ` +
      `rejected ${count(report.rejected)}; ${count(report.items)} items, ${count(report.opinions)} opinions; ${(report.ms / 1000).toFixed(1)} s${rate}`,
  ]
  for (const [reason, n] of Object.entries(report.reasons ?? {}).slice(0, 8))
    lines.push(`  rejected ${count(n)}: ${reason}`)
  if (report.rejectsFile) lines.push(`  the rejected rows are in ${report.rejectsFile}`)
  for (const note of report.notes ?? []) lines.push(`  ${note}`)
  if (report.understood) lines.push(...understood(report.understood))
  if (report.interrupted) lines.push('  ended early; run it again to import the rest')
  if (report.dryRun) lines.push('  a dry run: nothing was stored')
  else lines.push(`  take it back with: reviewguide import --undo ${report.importId}`)
  return lines.join('\n')
}

/** What most imports have none of. */
function changed({ updated, described }: ImportReport): string {
  const corrections = updated > 0 ? `updated ${count(updated)}, ` : ''
  return described > 0 ? `${corrections}items described ${count(described)}, ` : corrections
}

/** How the columns of a table were understood, so that a stranger can put it right with --map. */
function understood({ columns, unused, sample }: NonNullable<ImportReport['understood']>): string[] {
  const lines = Object.entries(columns).map(([field, column]) => `  ${field.padEnd(20)} ← ${column}`)
  if (unused.length > 0) lines.push(`  not used: ${unused.slice(0, 40).join(', ')}`)
  if (lines.length > 0) lines.push('  put it right with --map field=column')
  if (sample) lines.push(`  the first row: ${JSON.stringify(sample).slice(0, 1000)}`)
  return lines
}
