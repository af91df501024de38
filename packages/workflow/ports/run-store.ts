import type { ChatId, ErrorCode, MessageId, MessageMetadata, OwnerId, RunId } from '@reviewguide/contracts'
import type { TurnMemory } from './turn-memory.ts'

/** A claim to work on runs: by whom, and for how long from now, in milliseconds, unless it is renewed. */
export interface Lease {
  holder: string
  ms: number
}

/** A run as one holder has it. Each takeover raises the epoch, which begins at 1. */
export interface HeldRun {
  runId: RunId
  epoch: number
}

/**
 * How a run stands for one who holds it: still theirs, theirs with a stop asked for, taken over by another, ended already, or gone with its chat.
 */
export type Hold = 'held' | 'stop_asked' | 'lost' | 'ended' | 'gone'

/** A run that was taken over, with all that is needed to go on with it. */
export interface ClaimedRun extends HeldRun {
  chatId: ChatId
  owner: OwnerId
  answerId: MessageId
  idempotencyKey: string | undefined
  requestId: string
  askedAt: Date
  stopAsked: boolean
  /** Null when the run does not tell what was asked: one that an older version of the backend began. */
  question: string | null
  /** What the turns before left behind, oldest first. */
  memory: TurnMemory[]
  /** What `keepCheckpoint` was last given, or null. */
  checkpoint: unknown
}

/** How a run stands for those who read it. */
export type RunStanding =
  | { active: true }
  | {
      active: false
      status: 'finished' | 'stopped' | 'failed'
      errorCode: ErrorCode | null
      metadata: MessageMetadata | null
      /** How many events its stream had before the last one; null when that is not known. */
      events: number | null
    }

/**
 * Who works on which run: the one truth that all backends share. Time is the store's own, so that clocks of backends do not matter. Every
 * method throws `database_unavailable`.
 */
export interface RunStore {
  /** Holds runs for `lease.ms` from now, those too whose lease is over and that nobody took; tells how each stands, in the order given. With 0 ms they are free to be taken at once. */
  renew(runs: readonly HeldRun[], lease: Lease): Promise<Hold[]>
  /** Takes over active runs whose lease is over, the longest waiting first. Of those that try at once one gets a run. */
  claimExpired(lease: Lease, most: number): Promise<ClaimedRun[]>
  /** Takes over an active run whoever holds it; null when it is not active. */
  claim(runId: RunId, lease: Lease): Promise<ClaimedRun | null>
  /** Notes that the chat's active run shall stop, for whoever holds it now or later; null when there is none. */
  askStop(chatId: ChatId, owner: OwnerId): Promise<{ runId: RunId } | null>
  /** Keeps a JSON value with the run until it ends; nothing happens when the run is no longer the holder's. */
  keepCheckpoint(run: HeldRun, checkpoint: unknown): Promise<void>
  /** The run of the owner's chat that was begun last. */
  lastRun(chatId: ChatId, owner: OwnerId): Promise<{ runId: RunId; answerId: MessageId; active: boolean } | null>
  /** How a run stands; null when there is none. */
  standing(runId: RunId): Promise<RunStanding | null>
}
