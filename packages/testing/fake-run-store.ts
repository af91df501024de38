import type { ChatId, ErrorCode, MessageId, OwnerId, RunId } from '@reviewguide/contracts'
import type { ClaimedRun, EndRun, HeldRun, Lease, RunStore, TurnMemory } from '@reviewguide/workflow/ports'

/** A run as the fake stores have it. */
export interface StoredRun {
  runId: RunId
  chatId: ChatId
  answerId: MessageId
  questionId: MessageId
  /** The answer that was shown before, of a run that answers once more. */
  before: MessageId | undefined
  owner: OwnerId
  key: string | undefined
  status: 'active' | 'finished' | 'stopped' | 'failed'
  epoch: number
  leaseUntil: number | null
  stopAsked: boolean
  question: string
  requestId: string
  askedAt: Date
  checkpoint: unknown
  end: EndRun | null
}

/** When a lease taken now is over. */
export const leaseEnd = (lease: Lease | undefined): number | null => (lease ? performance.now() + lease.ms : null)

/** Who works on which of the runs, in memory. */
export function createFakeRunStore(runs: StoredRun[], memoryOf: (chatId: ChatId) => TurnMemory[]): RunStore {
  const find = ({ runId, epoch }: HeldRun) =>
    runs.find((run) => run.runId === runId && run.epoch === epoch && run.status === 'active')

  const claimed = (run: StoredRun, lease: Lease): ClaimedRun => {
    run.epoch += 1
    run.leaseUntil = leaseEnd(lease)
    const { runId, epoch, chatId, owner, answerId, key, requestId, askedAt, stopAsked, question } = run
    const memory = structuredClone(memoryOf(chatId))
    const checkpoint = structuredClone(run.checkpoint)
    return {
      runId,
      epoch,
      chatId,
      owner,
      answerId,
      idempotencyKey: key,
      requestId,
      askedAt,
      stopAsked,
      question,
      memory,
      checkpoint,
    }
  }

  return {
    renew: async (held, lease) =>
      held.map((one) => {
        const run = find(one)
        if (run) run.leaseUntil = leaseEnd(lease)
        if (run) return run.stopAsked ? 'stop_asked' : 'held'
        const other = runs.find(({ runId }) => runId === one.runId)
        if (!other) return 'gone'
        return other.epoch > one.epoch ? 'lost' : 'ended'
      }),

    claimExpired: async (lease, most) =>
      runs
        .filter(
          ({ status, leaseUntil }) => status === 'active' && leaseUntil !== null && leaseUntil < performance.now(),
        )
        .toSorted((a, b) => Number(a.leaseUntil) - Number(b.leaseUntil))
        .slice(0, most)
        .map((run) => claimed(run, lease)),

    async claim(runId, lease) {
      const run = runs.find((one) => one.runId === runId && one.status === 'active')
      return run ? claimed(run, lease) : null
    },

    async askStop(chatId, owner) {
      const run = runs.find((one) => one.chatId === chatId && one.owner === owner && one.status === 'active')
      if (run) run.stopAsked = true
      return run ? { runId: run.runId } : null
    },

    async keepCheckpoint(held, checkpoint) {
      const run = find(held)
      if (run) run.checkpoint = structuredClone(checkpoint)
    },

    async lastRun(chatId, owner) {
      const run = runs.findLast((one) => one.chatId === chatId && one.owner === owner)
      return run ? { runId: run.runId, answerId: run.answerId, active: run.status === 'active' } : null
    },

    async standing(runId) {
      const run = runs.find((one) => one.runId === runId)
      if (!run) return null
      if (run.status === 'active') return { active: true }
      const errorCode = (run.end?.errorCode ?? null) as ErrorCode | null
      return {
        active: false,
        status: run.status,
        errorCode,
        metadata: run.end?.metadata ?? null,
        events: run.end?.events ?? null,
      }
    },
  }
}
