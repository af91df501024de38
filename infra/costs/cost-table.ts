import { monthlyCost } from './monthly-cost.ts'
import { sizes } from './sizes.ts'

const parts = ['tasks', 'database', 'redis', 'network', 'logs', 'total'] as const

/** Two digits that count: prices differ by more from one month to the next. */
const dollars = (usd: number) => `$${Number(usd.toPrecision(2)).toLocaleString('en')}`

/** What each size costs a month, as a Markdown table. */
export function costTable(): string {
  const rows = sizes.map((size) => {
    const cost = monthlyCost(size)
    const answers = Number(size.answers.toPrecision(2)).toLocaleString('en')
    return [size.name, `${answers} M`, ...parts.map((part) => dollars(cost[part]))]
  })
  const heads = ['size', 'answers a month', ...parts]
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}
