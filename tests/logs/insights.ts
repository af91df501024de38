/** The parts of CloudWatch Logs Insights' query language that the saved queries use, as AWS documents them. Everything else is refused. */

/** What a log group keeps of a line: when it came, in milliseconds, and the line. */
export interface LogEvent {
  at: number
  message: string
}

type Row = Record<string, unknown>

/** Runs a query over log events, in the order in which they came. Throws on whatever of the language is not known here. */
export function runQuery(query: string, events: LogEvent[]): Row[] {
  const commands = query.split('|').map((command) => command.trim())
  let rows: Row[] = events.map(discover)
  /** What is shown: the fields of the last command that says so. */
  let shown: string[] | null = null
  for (const command of commands) {
    const [, name = '', rest = ''] = /^(\w+)\s+(.*)$/s.exec(command) ?? []
    if (name === 'fields') {
      const fields = rest.split(',').map((field) => named(field))
      for (const row of rows) for (const { from, as } of fields) if (row[from] !== undefined) row[as] = row[from]
      shown = fields.map(({ as }) => as)
    } else if (name === 'filter') rows = rows.filter(condition(rest))
    else if (name === 'parse') parse(rows, rest)
    else if (name === 'sort') rows = sorted(rows, rest)
    else if (name === 'limit') rows = rows.slice(0, Number(matched(/^(\d+)$/, rest)[1]))
    else if (name === 'stats') {
      rows = statistics(rows, rest)
      shown = null
    } else throw new Error(`unknown command: ${command}`)
  }
  return shown ? rows.map((row) => Object.fromEntries(shown.map((field) => [field, row[field]]))) : rows
}

/** Insights finds the fields of a line that is JSON by itself; those within others are named with a dot. */
function discover({ at, message }: LogEvent): Row {
  return { ...(message.startsWith('{') ? flat(JSON.parse(message)) : {}), '@timestamp': at, '@message': message }
}

function flat(value: object, prefix = ''): Row {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' && inner !== null
        ? Object.entries(flat(inner, `${prefix}${key}.`))
        : [[prefix + key, inner] as const],
    ),
  )
}

/** What a row has is text, a number or a truth value. */
const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value ?? ''))

function matched(pattern: RegExp, text: string): RegExpExecArray {
  const match = pattern.exec(text.trim())
  if (!match) throw new Error(`not known here: ${text}`)
  return match
}

function named(field: string): { from: string; as: string } {
  const [, from = '', as = from] = matched(/^(@?[\w.]+)(?:\s+as\s+(\w+))?$/, field)
  return { from, as }
}

function condition(text: string): (row: Row) => boolean {
  const [, field = '', pattern, value] = matched(/^(@?[\w.]+)\s+(?:like\s+\/([^/]+)\/|=\s+"([^"]*)")$/, text)
  if (pattern === undefined) return (row) => row[field] === value
  const regex = new RegExp(pattern)
  return (row) => row[field] !== undefined && regex.test(textOf(row[field]))
}

/** `parse FIELD "glob" as NAME, …`: a star takes as little as possible up to what follows it, the last one the rest of the line. */
function parse(rows: Row[], text: string): void {
  const [, field = '', glob = '', names = ''] = matched(/^(@?[\w.]+)\s+"([^"]*)"\s+as\s+([\w, ]+)$/, text)
  const literals = glob.split('*').map((literal) => literal.replace(/[^\w\s]/g, '\\$&'))
  const regex = new RegExp(literals.join('(.*?)').replace(/\(\.\*\?\)$/, '(.*)'), 's')
  for (const row of rows) {
    const found = regex.exec(textOf(row[field]))
    for (const [n, name] of names.split(',').entries()) if (found) row[name.trim()] = found[n + 1]
  }
}

function sorted(rows: Row[], text: string): Row[] {
  const [, field = '', order = 'asc'] = matched(/^(@?[\w.]+)(?:\s+(asc|desc))?$/, text)
  const ascending = rows.toSorted((a, b) => Number(a[field]) - Number(b[field]))
  return order === 'desc' ? ascending.toReversed() : ascending
}

const functions: Record<string, (values: number[]) => number> = {
  avg: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  max: (values) => Math.max(...values),
  min: (values) => Math.min(...values),
}

/** `stats f(x), … by bin(Nm)`: a row for each time span in which there are events, with figures of those values that are numbers. */
function statistics(rows: Row[], text: string): Row[] {
  const [, list = '', minutes] = matched(/^(.*\S)\s+by\s+bin\((\d+)m\)$/, text)
  const span = Number(minutes) * 60_000
  const binOf = (row: Row) => Math.floor(Number(row['@timestamp']) / span) * span
  const wanted = list.split(',').map((one) => matched(/^((avg|max|min)\((\w+)\))$/, one))
  return [...Map.groupBy(rows, binOf)].map(([bin, group]) => ({
    bin,
    ...Object.fromEntries(
      wanted.map(([, title = '', name = '', field = '']) => {
        const values = group.flatMap((row) => (numeric(row[field]) ? [Number(row[field])] : []))
        return [title, values.length > 0 ? functions[name]?.(values) : undefined]
      }),
    ),
  }))
}

const numeric = (value: unknown) =>
  typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))
