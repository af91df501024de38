import type { ChatExport, StoredPart } from '@reviewguide/contracts'
import { comparisonTable, evidenceList, shortlist } from './answer-markdown.ts'
import { escaped, oneLine } from './markdown-text.ts'

type Message = ChatExport['messages'][number]

/** A chat as a Markdown document: each question, its answer, and the answer's quotes by their numbers with where they are from. */
export function chatMarkdown({ title, exportedAt, messages }: ChatExport): string {
  const head = [`# ${escaped(oneLine(title))}`, `Exported from ReviewGuide on ${exportedAt.slice(0, 10)}.`]
  return `${[...head, ...messages.map((message) => (message.role === 'user' ? question(message) : answer(message)))].join('\n\n')}\n`
}

function question({ parts, createdAt }: Message): string {
  const text = parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n')
  const quoted = text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `> ${escaped(line)}`.trimEnd())
    .join('\n')
  return `---\n\n**Question**, ${createdAt.slice(0, 10)}\n\n${quoted}`
}

function answer({ parts, metadata }: Message): string {
  const evidence = parts.flatMap((part) => (part.type === 'data-evidence' ? [part.data] : []))
  const blocks = [
    ...parts.flatMap(blockOf),
    ...(metadata?.outcome === 'stopped' ? ['*Stopped before it was finished.*'] : []),
    ...(evidence.length > 0 ? [`**Quotes**\n\n${evidenceList(evidence)}`] : []),
  ]
  return ['**Answer**', ...blocks].join('\n\n')
}

function blockOf(part: StoredPart): string[] {
  switch (part.type) {
    case 'text':
      // Written as Markdown, by the rules of the stream; only what would be markup of a page or load something is not part of those.
      return part.text.trim() === '' ? [] : [part.text.replaceAll('<', '&lt;').replaceAll('![', '!\\[')]
    case 'data-shortlist':
      return part.data.items.length > 0 ? [shortlist(part.data)] : []
    case 'data-comparison':
      return [comparisonTable(part.data)]
    case 'data-notice':
      return [`*Note: ${escaped(oneLine(part.data.text))}*`]
    case 'data-question':
      return [
        [
          escaped(oneLine(part.data.text)),
          '',
          ...part.data.options.map(({ label }) => `- ${escaped(oneLine(label))}`),
        ].join('\n'),
      ]
    default:
      return []
  }
}
