import type { RunId, StreamPart } from '@reviewguide/contracts'

/** One event of a run: a part and its number, from 1, without gaps. */
export interface RunEvent {
  id: number
  part: StreamPart
}

/** The live events of runs, kept while a reader may still come back for them. */
export interface RunLog {
  /** Appends in the order given; readers that wait are woken. */
  append(runId: RunId, events: RunEvent[]): Promise<void>
  /**
   * Yields batches of events with an id above `after`, first those already there, then new ones as they come.
   * Ends after the part `finish` or `error`, when `signal` aborts, or at once when the log of the run is gone.
   */
  read(runId: RunId, after: number, signal: AbortSignal): AsyncIterable<RunEvent[]>
  /** Tells the owner of the run, in whichever process, to stop. */
  requestStop(runId: RunId): Promise<void>
  /** Calls back once when a stop is asked for; the returned function ends the watch. */
  watchStop(runId: RunId, onStop: () => void): () => void
}
