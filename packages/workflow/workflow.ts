import type { ChatId, MessageId, MessageMetadata, RunId, StreamPart } from '@reviewguide/contracts'
import type { ClaimRecord, TurnMemory } from './ports/index.ts'

/** One message to be answered. `memory` holds the chat's earlier turns, oldest first. */
export interface RunInput {
  runId: RunId
  chatId: ChatId
  messageId: MessageId
  question: string
  memory: TurnMemory[]
  /** What a run of the same message gave to `keep` in another process: the workflow goes on from there. Null or undefined: from the start. */
  checkpoint?: unknown
}

export interface RunContext {
  /** Takes each part as it is made, in order: stages, evidence, text, shortlist and so on. The caller frames them with start, step and finish. */
  emit: (part: StreamPart) => void
  /** Takes a JSON value from which another process could go on. Given seldom: only where making it again would take long. */
  keep?: (checkpoint: unknown) => void
  /** Ends the run: on stop, or when its time is over. */
  signal: AbortSignal
}

export interface RunResult {
  metadata: MessageMetadata
  claims: ClaimRecord[]
  memory: TurnMemory | null
}

/** Answers one message. Throws `AppError` when a stage that the answer cannot do without fails or runs late. */
export interface Workflow {
  run(input: RunInput, context: RunContext): Promise<RunResult>
}
