/** A call to the backend that is being traced. */
export interface BackendCall {
  /** What tells the backend which trace it is a part of. */
  headers: Record<string, string>
  /** Ends it with the status of the answer, or with what kept it away. */
  end(outcome: { status: number } | { errorType: string }): void
}

/** Begins a call as a part of the trace that the request's headers name. */
export interface ProcessTrace {
  callBackend(method: string, target: URL, headers: Headers): BackendCall
}

const TRACE = Symbol.for('reviewguide.trace')

/** Makes this trace the calls of the process: what is bundled apart from `server.ts` shares no module with it. */
export function openProcessTrace(trace: ProcessTrace): void {
  Object.assign(globalThis, { [TRACE]: trace })
}

/** What traces the calls of the process; undefined where nobody does. */
export function processTrace(): ProcessTrace | undefined {
  return (globalThis as { [TRACE]?: ProcessTrace })[TRACE]
}
