import type { RunId, StreamPart } from '@reviewguide/contracts'

/** One event of a run: a part and its number, from 1, without gaps. */
export interface RunEvent {
  id: number
  part: StreamPart
}

/**
 * What became of an append. `kept`: the events can be read, and outlive this process. `here`: they can be read in this process alone, as
 * can all that follow. `fenced`: another backend has taken the run over; nothing was written.
 */
export type Appended = 'kept' | 'here' | 'fenced'

/** The live events of runs, kept while a reader may still come back for them. */
export interface RunLog {
  /**
   * Takes the log of a run over for the holder with this epoch: from then on nobody with a lower one appends. Gives what is in it.
   * Throws `cache_unavailable`; and `run_interrupted` when a higher epoch has it already.
   */
  take(runId: RunId, epoch: number): Promise<RunEvent[]>
  /** Appends in the order given and wakes the readers. Readers see an event only once it is kept, unless the log cannot be reached. */
  append(runId: RunId, epoch: number, events: RunEvent[]): Promise<Appended>
  /** Says that the holder with this epoch, of this process, works on the run no longer: its readers go on with what the next holder appends. */
  release(runId: RunId, epoch: number): void
  /**
   * Yields batches of events with an id above `after`, first those already there, then new ones as they come. An empty batch says that
   * nothing is there or has come for a while. Ends after the part `finish` or `error`, or when `signal` aborts. Throws `cache_unavailable`.
   */
  read(runId: RunId, after: number, signal: AbortSignal): AsyncIterable<RunEvent[]>
  /** The number of the last event; 0 when there is none. Throws `cache_unavailable`. */
  last(runId: RunId): Promise<number>
  /** Tells the holder of the run, in whichever process, to stop. A holder that cannot be told learns it from the store. */
  requestStop(runId: RunId): Promise<void>
  /** Calls back once when a stop is asked for; the returned function ends the watch. */
  watchStop(runId: RunId, onStop: () => void): () => void
  /** Tells all backends that there are runs to be taken over. Never throws: they also look for themselves. */
  callTakers(): Promise<void>
  /** Calls back when runs are to be taken over; the returned function ends that. */
  onCall(look: () => void): () => void
}
