/** Bounds of runs, in milliseconds where they are times. */
export interface RunLimits {
  /** From the question to the last part of its answer. The promise is 10 s without a model and 60 s with one. */
  totalMs: number
  /** How long storing the question may take before the asker is told that the database is away. */
  beginMs: number
  /** How long a workflow may take to return once its signal has fired; then it is left behind. */
  unwindMs: number
  /** How long storing the answer may hold back `finish`. The workflow's time is what the total leaves after this and `unwindMs`. */
  storeMs: number
  /** Least that a workflow gets in a process that took its run over: one whose process died late would otherwise be lost to its bound. */
  takeoverMs: number
  /** Processes that may work on one run: a question that brings down each of them must not bring down all. */
  holders: number
  /** Runs at once in this process; one more is refused rather than making all of them late. */
  concurrent: number
  /** Most events of one run: a workflow that emits without end would fill the memory. */
  events: number
}

export const keylessLimits: RunLimits = {
  totalMs: 10_000,
  beginMs: 3_000,
  unwindMs: 250,
  storeMs: 1_500,
  takeoverMs: 3_000,
  holders: 4,
  concurrent: 64,
  events: 5_000,
}

/** Time that a workflow has until its signal fires, with some to spare so that the last part is out before the total is over. */
export function workflowMs(limits: RunLimits, spentMs: number, takenOver: boolean): number {
  const spare = limits.totalMs / 50
  const rest = limits.totalMs - spentMs - limits.unwindMs - limits.storeMs - spare
  return Math.max(rest, takenOver ? limits.takeoverMs : 0)
}
