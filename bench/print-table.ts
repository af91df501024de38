import { type Aim, type Figure, meets } from './figure.ts'

const headings = ['measured', 'ours', 'aim', '', 'beside it', 'on']

/** Longest line of the last column, which is folded. */
const FOLD = 70

/** The figures as a table for a terminal or a file. */
export function tableOf(figures: readonly Figure[], aims: Readonly<Record<string, Aim>>): string {
  const rows = figures.map((figure, at) => {
    const { id, name, value, unit, beside, on } = figure
    const aim = aims[id]
    return [
      name,
      amount(value, unit),
      aim ? aimText(aim, unit) : '',
      aim ? (meets(value, aim) ? 'met' : 'MISSED') : '',
      beside ? `${amount(beside.value, unit)} ${beside.what}` : '',
      on === figures[at - 1]?.on ? 'the same' : on,
    ]
  })
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const left = widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 0)
  const line = (row: string[]) => {
    const [first = '', ...more] = folded(row.at(-1) ?? '')
    const cells = row.slice(0, -1).map((cell, column) => cell.padEnd(widths[column] ?? 0))
    return [[...cells, first].join('  ').trimEnd(), ...more.map((rest) => ' '.repeat(left) + rest)].join('\n')
  }
  return [line(headings), ...rows.map(line)].join('\n')
}

const amount = (value: number, unit: Figure['unit']) => {
  const digits = unit === '' || value >= 100 ? 0 : value >= 10 ? 1 : 2
  return `${value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })}${unit === '/s' ? '' : ' '}${unit}`.trim()
}

const aimText = ({ atMost, atLeast }: Aim, unit: Figure['unit']) =>
  [atMost === undefined ? '' : `≤ ${amount(atMost, unit)}`, atLeast === undefined ? '' : `≥ ${amount(atLeast, unit)}`]
    .filter(Boolean)
    .join(', ')

function folded(text: string): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last !== '' && last.length + word.length >= FOLD) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}
