import { type Figure, keeps, type Reference, type Threshold } from './figure.ts'

const headings = ['task', 'set', 'measured', 'ours', 'threshold', '', 'aim', 'beside it']

/** The figures as a table for a terminal. The marks of references: V read in a published source, M from memory of the paper, H measured with simple code, here: in this run. */
export function tableOf(figures: readonly Figure[], thresholds: Readonly<Record<string, Threshold>>): string {
  const rows = figures.map((figure, at) => {
    const { id, task, set, metric, value, unit, aim, references = [] } = figure
    const threshold = thresholds[id]
    return [
      task === figures[at - 1]?.task ? '' : task,
      set === figures[at - 1]?.set && task === figures[at - 1]?.task ? '' : set,
      metric,
      amount(value, unit),
      threshold ? bound(threshold, unit) : '',
      threshold ? (keeps(value, threshold) ? 'ok' : 'BELOW') : '',
      aim === undefined ? '' : amount(aim, unit),
      references.map((reference) => beside(reference, unit)).join(', '),
    ]
  })
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const line = (row: string[]) =>
    row
      .map((cell, column) => (column === 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(headings), ...rows.map(line)].join('\n')
}

const amount = (value: number, unit: Figure['unit']) =>
  unit === '%' ? `${(100 * value).toFixed(1)} %` : value.toFixed(3).replace(/^(-?)0\./, '$1.')

const bound = ({ atLeast, atMost }: Threshold, unit: Figure['unit']) =>
  [atLeast === undefined ? '' : `≥ ${amount(atLeast, unit)}`, atMost === undefined ? '' : `≤ ${amount(atMost, unit)}`]
    .filter(Boolean)
    .join(', ')

const beside = ({ what, value, mark }: Reference, unit: Figure['unit']) => `${what} ${amount(value, unit)} ${mark}`
