import { AppError, type ChatId, type OwnerId, type RunId } from '@reviewguide/contracts'
import type { BeginRun, BeginRunResult, ChatStore } from '../ports/index.ts'
import type { AnswerKeeper } from './answer-keeper.ts'
import type { RunSigns } from './run-signs.ts'
import { within } from './within.ts'

export interface RunBeginning {
  /** Stores the question and claims the chat, within the bound; frees the chat first of a run whose process died. Throws `database_unavailable`. */
  begin(run: BeginRun): Promise<BeginRunResult>
  /** Ends the chat's active run when no process works on it any more. True when it did. */
  buryDead(active: { runId: RunId }): Promise<boolean>
}

export interface RunBeginningDeps {
  chats: ChatStore
  keeper: AnswerKeeper
  signs: RunSigns
  isLive: (runId: RunId) => boolean
  /** How long the store may take. */
  boundMs: number
}

/** The start of runs in the store, and the end there of those that their process left behind. */
export function createRunBeginning({ chats, keeper, signs, isLive, boundMs }: RunBeginningDeps): RunBeginning {
  const endFailed = (runId: RunId) =>
    keeper.keep(
      { runId, status: 'failed', parts: [], metadata: {}, claims: [], memory: null, errorCode: 'run_interrupted' },
      boundMs,
    )

  const beginOnce = async (run: BeginRun): Promise<BeginRunResult> => {
    let late = false
    const begun = chats.beginRun(run)
    // A question that is stored after all, when nobody waits for it any more, must not keep its chat busy.
    begun.then((result) => (late && result.outcome === 'begun' ? endFailed(run.runId) : null)).catch(() => null)
    const result = await within(begun, boundMs, null)
    if (result) return result
    late = true
    throw new AppError('database_unavailable', { cause: new Error('storing the question took too long') })
  }

  const buryDead = async ({ runId }: { runId: RunId }) => {
    if (isLive(runId) || (await signs.alive(runId))) return false
    return endFailed(runId)
  }

  const freeOfDead = async (chatId: ChatId, owner: OwnerId) => {
    const active = await chats.activeRun(chatId, owner)
    return active === null || buryDead(active)
  }

  return {
    async begin(run) {
      const result = await beginOnce(run)
      if (result.outcome === 'run_active' && (await freeOfDead(run.chatId, run.owner))) return beginOnce(run)
      return result
    },
    buryDead,
  }
}
