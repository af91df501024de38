import { readDelimited } from './delimited.ts'
import type { SummaryTopic } from './opinosis.ts'
import { readText } from './read-text.ts'

/** Reads a file of FewSum: an entity a line, eight reviews (`rev1` …) and three summaries (`summ1` …), tab-separated and never quoted. */
export function readFewsum(path: string): (SummaryTopic & { category: string })[] {
  return readDelimited(readText(path), { delimiter: '\t', quotes: false }).map((row) => ({
    name: row.group_id ?? row.business_id ?? '',
    category: row.cat ?? '',
    reviews: numbered(row, 'rev'),
    summaries: numbered(row, 'summ'),
  }))
}

const numbered = (row: Record<string, string>, prefix: string) =>
  Object.entries(row)
    .filter(([name, text]) => new RegExp(`^${prefix}\\d+$`).test(name) && text !== '')
    .map(([, text]) => text)
