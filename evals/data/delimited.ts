/**
 * The rows of a CSV or TSV text by their column names. Quoted fields may hold delimiters, line ends and doubled quotes (RFC 4180). Without `quotes`, quotation marks are letters,
 * as in tab-separated files that never quote.
 */
export function readDelimited(text: string, { delimiter = ',', quotes = true } = {}): Record<string, string>[] {
  const [head, ...rows] = recordsOf(text, delimiter, quotes)
  return rows.map((row) => Object.fromEntries((head ?? []).map((name, at) => [name, row[at] ?? ''])))
}

function recordsOf(text: string, delimiter: string, quotes: boolean): string[][] {
  const records: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let field = ''
    if (quotes && text[at] === '"') {
      at += 1
      for (;;) {
        const close = text.indexOf('"', at)
        const end = close < 0 ? text.length : close
        field += text.slice(at, end)
        at = end + 1
        if (text[at] !== '"') break
        field += '"'
        at += 1
      }
    } else {
      const start = at
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1
      field = text.slice(start, at)
    }
    row.push(field)
    if (text[at] === delimiter) {
      at += 1
      if (at < text.length) continue
      row.push('')
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    if (row.length > 1 || row[0] !== '') records.push(row)
    row = []
  }
  return records
}
