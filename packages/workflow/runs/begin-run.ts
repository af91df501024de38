import { AppError, type RunId } from '@reviewguide/contracts'
import type { BeginRun, BeginRunResult, ChatStore, EndRun } from '../ports/index.ts'
import type { AnswerKeeper } from './answer-keeper.ts'
import { within } from './within.ts'

/** The end of a run that nobody works on. */
export const abandoned = (runId: RunId): EndRun => ({
  runId,
  status: 'failed',
  parts: [],
  metadata: {},
  claims: [],
  memory: null,
  errorCode: 'run_interrupted',
})

/** Stores the question and claims the chat, within `boundMs`. Throws `database_unavailable`. */
export async function beginInTime(
  { chats, keeper, boundMs }: { chats: ChatStore; keeper: AnswerKeeper; boundMs: number },
  run: BeginRun,
): Promise<BeginRunResult> {
  let late = false
  const begun = chats.beginRun(run)
  // A question that is stored after all, when nobody waits for it any more, must not keep its chat busy.
  begun
    .then((result) => (late && result.outcome === 'begun' ? keeper.keep(abandoned(run.runId), boundMs) : null))
    .catch(() => null)
  const result = await within(begun, boundMs, null)
  if (result) return result
  late = true
  throw new AppError('database_unavailable', { cause: new Error('storing the question took too long') })
}
