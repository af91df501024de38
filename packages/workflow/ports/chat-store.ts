import type {
  ChatDetail,
  ChatId,
  ChatPage,
  ChatSummary,
  MessageId,
  MessageMetadata,
  OwnerId,
  RunId,
  StoredPart,
} from '@reviewguide/contracts'
import type { Lease } from './run-store.ts'
import type { TurnMemory } from './turn-memory.ts'

/** One claim of an answer with the evidence it cites and the verdict of its check, kept for audit. */
export interface ClaimRecord {
  text: string
  evidence: number[]
  verdict: 'supported' | 'plain'
}

export interface BeginRun {
  runId: RunId
  /** An existing chat of the owner, or the id of the chat to make. */
  chatId: ChatId
  /** Makes the chat when it does not exist; without it an unknown chat is `not_found`. */
  mayCreate: boolean
  owner: OwnerId
  question: { messageId: MessageId; text: string }
  answerId: MessageId
  idempotencyKey?: string
  /** Who works on it, where there are several backends: without one nobody ever takes the run over. */
  lease?: Lease
  /** For whoever takes the run over: the request that asked, and when it arrived (now, when left out). */
  requestId?: string
  askedAt?: Date
}

export type BeginRunResult =
  | { outcome: 'begun'; memory: TurnMemory[] }
  /** The same owner already started a run with this idempotency key. */
  | { outcome: 'repeated'; runId: RunId; chatId: ChatId; answerId: MessageId }
  | { outcome: 'run_active' }
  /** The chat does not exist or is somebody else's: told apart by nobody. */
  | { outcome: 'not_found' }

export interface EndRun {
  runId: RunId
  /** As which holder; 1, the first, when left out. */
  epoch?: number
  /** How many events were sent before the last one. */
  events?: number
  status: 'finished' | 'stopped' | 'failed'
  parts: StoredPart[]
  metadata: MessageMetadata
  claims: ClaimRecord[]
  memory: TurnMemory | null
  errorCode?: string
}

/** Chats, messages and runs: the truth about conversations. Every method takes the owner and finds only what is theirs. */
export interface ChatStore {
  /** In one transaction: checks the chat, claims it for the run (one active run a chat), stores the question. */
  beginRun(run: BeginRun): Promise<BeginRunResult>
  /** Stores the answer as sent and frees the chat. Ending a run twice changes nothing. False when another holder has taken the run over: nothing is stored then. */
  endRun(run: EndRun): Promise<boolean>
  /** The chat's active run, or null. */
  activeRun(chatId: ChatId, owner: OwnerId): Promise<{ runId: RunId; answerId: MessageId } | null>
  /** Marks runs that a process before us left active as failed; returns how many. Called once at start, while one backend serves the database. */
  failOrphans(): Promise<number>
  list(owner: OwnerId, options: { cursor?: string; limit: number }): Promise<ChatPage>
  read(chatId: ChatId, owner: OwnerId): Promise<ChatDetail | null>
  rename(chatId: ChatId, owner: OwnerId, title: string): Promise<ChatSummary | null>
  /** True when there was something to delete. */
  delete(chatId: ChatId, owner: OwnerId): Promise<boolean>
}
