import type { ChatId, MessageId, MessageMetadata, MessageRef, OwnerId, RunId, StoredPart } from '@reviewguide/contracts'
import type { ChatHistory } from './chat-history.ts'
import type { ChatShares } from './chat-shares.ts'
import type { OwnedChats } from './owned-chats.ts'
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
  /** What is asked, under the id that it gets when it is stored. The text is null where nothing new is asked: `regenerates` says then what to answer. */
  question: { messageId: MessageId; text: string | null; clientId?: string }
  /**
   * Makes the question a new version of this one, and the chat go on from there; what followed the other version stays with it. An unknown id is
   * `not_found`; a client's id that is unknown is one of a question that was never stored, and this one is then asked as if it were the first.
   */
  edits?: MessageRef
  /**
   * Answers an earlier question once more, beside the answers that it has: the one that this message is or answers. Unknown ids are as with `edits`.
   * Without a message it is the last question shown, if that has the text of `question`; else `question` is asked.
   */
  regenerates?: { message?: MessageRef }
  answerId: MessageId
  idempotencyKey?: string
  /** Who works on it, where there are several backends: without one nobody ever takes the run over. */
  lease?: Lease
  /** For whoever takes the run over: the request that asked, and when it arrived (now, when left out). */
  requestId?: string
  askedAt?: Date
}

export type BeginRunResult =
  | {
      outcome: 'begun'
      /** What the run answers: the question just stored, or the earlier one. */
      question: { messageId: MessageId; text: string }
      /** What the turns before it on its path left, oldest first. */
      memory: TurnMemory[]
      /** How many messages the chat has in all versions, a question just stored included. */
      messages: number
    }
  /** The same owner already started a run with this idempotency key. */
  | { outcome: 'repeated'; runId: RunId; chatId: ChatId; answerId: MessageId }
  | { outcome: 'run_active' }
  /** The chat has no room for a question and its answer. */
  | { outcome: 'chat_full' }
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
export interface ChatStore extends ChatHistory, ChatShares, OwnedChats {
  /** In one transaction: checks the chat, claims it for the run (one active run a chat), stores the question, shows the path that ends in it. */
  beginRun(run: BeginRun): Promise<BeginRunResult>
  /**
   * Stores the answer as sent, shows it, and frees the chat. Of a run that was to answer once more and has nothing to store, the answer shown before
   * is shown again. Ending a run twice changes nothing. False when another holder has taken the run over: nothing is stored then.
   */
  endRun(run: EndRun): Promise<boolean>
  /** The chat's active run, or null. */
  activeRun(chatId: ChatId, owner: OwnerId): Promise<{ runId: RunId; answerId: MessageId } | null>
  /** Marks runs that a process before us left active as failed; returns how many. Called once at start, while one backend serves the database. */
  failOrphans(): Promise<number>
}
