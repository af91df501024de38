import type {
  ComparisonData,
  EvidenceData,
  MessageMetadata,
  NoticeData,
  QuestionData,
  ShortlistData,
  SuggestionsData,
  UnderstoodChip,
} from '@reviewguide/contracts'
import type { AnswerMessage } from './answer-message.ts'

/** An answer's parts by what they are, in the order that the page shows them. */
export interface AnswerParts {
  verdict: string
  /** The text after the verdict, Markdown. */
  body: string
  evidence: Map<number, EvidenceData>
  understood: UnderstoodChip[]
  shortlist?: ShortlistData
  comparison?: ComparisonData
  question?: QuestionData
  suggestions?: SuggestionsData
  notices: NoticeData[]
  metadata: MessageMetadata
}

/** Sorts a message's parts. The first text is the verdict; all text after it is the body. */
export function answerParts(message: AnswerMessage): AnswerParts {
  const texts: string[] = []
  const parts: AnswerParts = {
    verdict: '',
    body: '',
    evidence: new Map(),
    understood: [],
    notices: [],
    metadata: message.metadata ?? {},
  }
  for (const part of message.parts) {
    if (part.type === 'text') texts.push(part.text)
    else if (part.type === 'data-evidence') parts.evidence.set(part.data.n, part.data)
    else if (part.type === 'data-understood') parts.understood = part.data.chips
    else if (part.type === 'data-shortlist') parts.shortlist = part.data
    else if (part.type === 'data-comparison') parts.comparison = part.data
    else if (part.type === 'data-question') parts.question = part.data
    else if (part.type === 'data-suggestions') parts.suggestions = part.data
    else if (part.type === 'data-notice') parts.notices.push(part.data)
  }
  parts.verdict = texts[0] ?? ''
  parts.body = texts.slice(1).join('\n\n')
  return parts
}
