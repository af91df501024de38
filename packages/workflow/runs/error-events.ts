import { type ErrorCode, errorTable } from '@reviewguide/contracts'
import type { RunEvent } from '../ports/index.ts'

/** The two last events of a stream that fails: the typed error, then the protocol's own. `after` is the id of the event before them. */
export function errorEvents(code: ErrorCode, requestId: string, after: number): [RunEvent, RunEvent] {
  const { text, retryable } = errorTable[code]
  return [
    { id: after + 1, part: { type: 'data-error', transient: true, data: { code, text, requestId, retryable } } },
    { id: after + 2, part: { type: 'error', errorText: text } },
  ]
}
