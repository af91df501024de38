import type { EvidenceData } from '@reviewguide/contracts'
import type { Answer } from './fold-answer.ts'

/** What follows the text of an answer: the quotes that it cites with their sources, notices, the question back, and what to ask next. */
export function afterText(answer: Answer): string {
  const cited = new Set([...answer.text.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n)))
  const quotes = answer.evidence.filter(({ n }) => cited.has(n)).sort((a, b) => a.n - b.n)
  const blocks = [
    quotes.map(quoteLines).join('\n'),
    answer.notices.map(({ text }) => `Note: ${text}`).join('\n'),
    answer.question
      ? [answer.question.text, ...answer.question.options.map(({ label }) => `  - ${label}`)].join('\n')
      : '',
    answer.suggestions.length > 0 ? ['Ask next:', ...answer.suggestions.map((text) => `  - ${text}`)].join('\n') : '',
    answer.chatId ? `To go on: npx reviewguide ask --chat ${answer.chatId} "…"` : '',
  ]
  return plain(blocks.filter((block) => block !== '').join('\n\n'))
}

function quoteLines({ n, quote, itemName, rating, verified, writtenAt, source }: EvidenceData): string {
  const facts = [
    itemName,
    rating === undefined ? '' : `${rating} of 5 stars`,
    verified ? 'verified' : '',
    writtenAt?.slice(0, 10) ?? '',
    source.url ? `${source.name}, ${source.url}` : source.name,
  ]
  return `[${n}] "${quote.replace(/\s+/g, ' ')}"\n    ${facts.filter((fact) => fact !== '').join(' · ')}`
}

/** Text without control characters: a review may hold sequences that would command the terminal that it is printed on. */
export function plain(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
}
