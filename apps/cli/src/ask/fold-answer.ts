import type {
  ComparisonData,
  Confidence,
  EvidenceData,
  NoticeData,
  Outcome,
  QuestionData,
  ShortlistData,
  StreamErrorData,
  StreamPart,
  UnderstoodChip,
} from '@reviewguide/contracts'

/** An answer as its stream's parts add up to it. */
export interface Answer {
  outcome: Outcome | null
  text: string
  /** What the question was taken to mean, part by part. */
  understood: UnderstoodChip[]
  question: QuestionData | null
  shortlist: ShortlistData['items']
  leftOut: ShortlistData['leftOut']
  comparison: ComparisonData | null
  evidence: EvidenceData[]
  suggestions: string[]
  notices: NoticeData[]
  confidence: Confidence | null
  read: { reviews: number; items: number } | null
  chatId: string | null
  runId: string | null
  messageId: string | null
}

/** The state of a fold: the answer so far, whether its stream has come to its end, and how that failed. */
export interface Fold {
  answer: Answer
  ended: boolean
  error: StreamErrorData | null
  /** Length of the text when the step began that may be taken back. */
  stepStart: number
}

export function emptyFold(): Fold {
  const answer: Answer = {
    outcome: null,
    text: '',
    understood: [],
    question: null,
    shortlist: [],
    leftOut: [],
    comparison: null,
    evidence: [],
    suggestions: [],
    notices: [],
    confidence: null,
    read: null,
    chatId: null,
    runId: null,
    messageId: null,
  }
  return { answer, ended: false, error: null, stepStart: 0 }
}

/** Adds one part. Parts that tell of progress alone change nothing. */
export function foldPart(fold: Fold, part: StreamPart): void {
  const { answer } = fold
  switch (part.type) {
    case 'start':
      answer.messageId = part.messageId
      break
    case 'start-step':
      fold.stepStart = answer.text.length
      break
    case 'data-stage':
    case 'finish-step':
    case 'text-end':
      break
    case 'reset-step':
      answer.text = answer.text.slice(0, fold.stepStart)
      break
    case 'text-start':
      if (answer.text !== '') answer.text += '\n\n'
      break
    case 'text-delta':
      answer.text += part.delta
      break
    case 'data-run':
      answer.runId = part.data.runId
      answer.chatId = part.data.chatId
      break
    case 'data-understood':
      answer.understood = part.data.chips
      break
    case 'data-question':
      answer.question = part.data
      break
    case 'data-shortlist':
      answer.shortlist = part.data.items
      answer.leftOut = part.data.leftOut
      break
    case 'data-comparison':
      answer.comparison = part.data
      break
    case 'data-evidence':
      answer.evidence = [...answer.evidence.filter(({ n }) => n !== part.data.n), part.data]
      break
    case 'data-suggestions':
      answer.suggestions = part.data.questions
      break
    case 'data-notice':
      answer.notices.push(part.data)
      break
    case 'data-error':
      fold.error = part.data
      break
    case 'error':
      fold.ended = true
      fold.error ??= { code: 'internal', text: part.errorText, requestId: '', retryable: true }
      break
    case 'finish':
      fold.ended = true
      answer.outcome = part.messageMetadata?.outcome ?? null
      answer.confidence = part.messageMetadata?.confidence ?? null
      answer.read = part.messageMetadata?.read ?? null
      break
  }
}
