import type { MessageMetadata, StoredPart } from '@reviewguide/contracts'
import type { EndRun, HeldRun } from '../ports/index.ts'
import type { Ending } from './bounded-workflow.ts'

/** What is stored of a run that ended so, with what its readers hold: its parts, and how many events they came in. */
export function endOf(
  { runId, epoch }: HeldRun,
  ending: Ending,
  { createdAt, parts, events }: { createdAt: string; parts: StoredPart[]; events: number },
): EndRun {
  const result = ending.kind === 'failed' ? null : ending.result
  const metadata: MessageMetadata = {
    createdAt,
    ...result?.metadata,
    ...(ending.kind === 'stopped' && { outcome: 'stopped' }),
  }
  // A run that failed before it said anything leaves its question unanswered, not an empty answer.
  const empty = ending.kind === 'failed' && parts.every(({ type }) => type === 'data-run' || type === 'step-start')
  return {
    runId,
    epoch,
    events,
    status: ending.kind === 'answered' ? 'finished' : ending.kind,
    parts: empty ? [] : parts,
    metadata,
    claims: result?.claims ?? [],
    memory: result?.memory ?? null,
    ...(ending.kind === 'failed' && { errorCode: ending.error.code }),
  }
}
