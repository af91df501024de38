import type { Ask, ChatId, MessageId, OwnerId, RunId } from '@reviewguide/contracts'
import type { RunEvent } from '../ports/index.ts'
import type { Follow } from './follow-run.ts'

/** Makes new ids; each is unique for ever. */
export interface RunIds {
  run(): RunId
  chat(): ChatId
  message(): MessageId
}

export interface AskRequest {
  ask: Ask
  owner: OwnerId
  /** The same key of the same owner gets the run that it already started. */
  idempotencyKey?: string
  requestId: string
}

/** A run to follow. `repeated` tells that the idempotency key had already started it. */
export interface StartedRun {
  outcome: 'started'
  runId: RunId
  chatId: ChatId
  answerId: MessageId
  repeated: boolean
}

/** Where a reader is that comes back. */
export interface ReaderPlace {
  /** Number of the last event that it has; 0 for none. */
  after: number
  /** The run that it was reading, if it says so. */
  runId: RunId | null
}

export type AskOutcome =
  | StartedRun
  | { outcome: 'run_active' | 'not_found' | 'chat_full' | 'too_busy' | 'too_many_runs' }

/** How a run went: for the log, never for people. */
export interface RunReport {
  runId: RunId
  chatId: ChatId
  requestId: string
  outcome: string
  errorCode?: string
  cause?: unknown
  events: number
  ms: number
}

/** The runs of this process, and the way to those of others. A run belongs to the system, not to the connection that asked for it. */
export interface Runs {
  /** Stores the question and starts its run. Throws `database_unavailable`; nothing is stored then, or it is undone as soon as that can be. */
  ask(request: AskRequest): Promise<AskOutcome>
  /** False once `close` was called. */
  accepting(): boolean
  /** How many this process works on or begins. */
  active(): number
  /**
   * The run's events above `after`; empty when they are no longer kept, else ending in `finish` or `error`. Throws `cache_unavailable` before the first
   * event only, and `ComeBack` when the reader shall come back for the rest.
   */
  follow(runId: RunId, follow: Follow): AsyncIterable<RunEvent[]>
  /** The whole of a run from its start: its events as they were or are being sent; when they are no longer kept, made again from the stored answer. */
  replay(run: StartedRun, owner: OwnerId, follow: Omit<Follow, 'after'>): AsyncIterable<RunEvent[]>
  /**
   * The run that a reader may come back to: the active one, or (`ended`) the one that ended last. Null without either, and when the reader's
   * place is not in it: a number above its last event, or in another run than the named one.
   */
  resumable(chatId: ChatId, owner: OwnerId, place: ReaderPlace): Promise<{ runId: RunId; ended: boolean } | null>
  /** Ends the chat's active run, in whichever process it is or in none, and waits up to 2 s until it has ended. False when there was none. */
  stop(chatId: ChatId, owner: OwnerId): Promise<boolean>
  /**
   * Takes no more questions; gives the runs `graceMs` to finish, hands what remains over to other backends, and ends in `run_interrupted` what none of them takes.
   * Readers of what goes on elsewhere are sent there.
   */
  close(graceMs: number): Promise<void>
}
