import type { SpanAttributes } from '@reviewguide/workflow/ports'

/** Longer texts are cut: the span tells which query it is, and need not hold the whole. */
const LONGEST_TEXT = 2_000

/** Texts that are described once: the queries of this code, each with its placeholders. More would come from lists of different lengths. */
const KEPT = 500

const table = String.raw`(?:"?\w+"?\.)?"?(\w+)"?`
/** The first that is written to: a query that begins with many readings is known by what it changes. Locks (`for update`) and `on conflict do update` name nothing. */
const writes = new RegExp(String.raw`(?<!\b(?:for|key|do)\s+)\b(insert\s+into|update|delete\s+from)\s+${table}`, 'i')
const reads = new RegExp(String.raw`\b(select)\b.*?\bfrom\s+${table}`, 'is')
const others = /\b(select|begin|start|commit|rollback|savepoint|release|set)\b/i

/** What a trace says of a query: its text as it is sent, with placeholders (`$1`) where the values are, which stay out. */
export function describeSql(): (text: string) => { name: string; attributes: SpanAttributes } {
  const kept = new Map<string, { name: string; attributes: SpanAttributes }>()
  return (text) => {
    const known = kept.get(text)
    if (known) return known
    const said = text.replaceAll(/--.*$/gm, '')
    const [, words, table] = writes.exec(said) ?? reads.exec(said) ?? others.exec(said) ?? []
    const operation = (words?.split(/\s/, 1)[0] ?? 'sql').toUpperCase()
    const name = table ? `${operation} ${table}` : operation
    const attributes = {
      'db.operation.name': operation,
      'db.query.summary': name,
      'db.query.text': text.slice(0, LONGEST_TEXT),
    }
    const described = { name, attributes }
    if (kept.size < KEPT) kept.set(text, described)
    return described
  }
}
