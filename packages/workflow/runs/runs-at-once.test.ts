import { type OwnerId, OwnerId as OwnerIdSchema, RunId } from '@reviewguide/contracts'
import { describe, expect, it } from 'vitest'
import type { Slots } from '../ports/index.ts'
import type { AskOutcome, AskRequest, Runs } from './runs.ts'
import { createRunsAtOnce } from './runs-at-once.ts'

const mine = OwnerIdSchema.parse('gst_0123456789')
const other = OwnerIdSchema.parse('acc_0123456789')

/** Places by owner, and what was given back. */
function watchedSlots() {
  const held = new Map<OwnerId | string, Set<string>>()
  const slots: Slots = {
    async take(owner, holder, most) {
      const holders = held.get(owner) ?? new Set()
      held.set(owner, holders)
      if (holders.has(holder)) return 'held'
      if (holders.size >= most) return 'full'
      holders.add(holder)
      return 'taken'
    },
    release: async (owner, holder) => void held.get(owner)?.delete(holder),
  }
  return { slots, taken: (owner: OwnerId) => held.get(owner)?.size ?? 0 }
}

let made = 0
const started = (): AskOutcome =>
  ({
    outcome: 'started',
    runId: RunId.parse(`run_${String((made += 1)).padStart(10, '0')}`),
    repeated: false,
  }) as AskOutcome

function set({
  most = 2,
  ask = async () => started(),
}: {
  most?: number | null
  ask?: () => Promise<AskOutcome>
} = {}) {
  const { slots, taken } = watchedSlots()
  const atOnce = createRunsAtOnce({ slots, mostOf: (owner) => (owner === mine ? most : 8), totalMs: 10_000 })
  const runs = atOnce.around({ ask } as unknown as Runs)
  const askAs = (owner: OwnerId, idempotencyKey?: string) =>
    runs.ask({ owner, idempotencyKey } as unknown as AskRequest)
  return { atOnce, askAs, taken }
}

describe('runs at once', () => {
  it('are so many for each person, and one more when one has ended', async () => {
    const { atOnce, askAs, taken } = set()
    const first = await askAs(mine)
    await askAs(mine)
    expect(await askAs(mine)).toEqual({ outcome: 'too_many_runs' })
    expect(await askAs(other)).toMatchObject({ outcome: 'started' })
    atOnce.ended(first as { runId: RunId })
    expect(taken(mine)).toBe(1)
    expect(await askAs(mine)).toMatchObject({ outcome: 'started' })
  })

  it.each(['run_active', 'not_found', 'too_busy', 'chat_full'] as const)(
    'do not count what was refused as %s',
    async (outcome) => {
      const { askAs, taken } = set({ ask: async () => ({ outcome }) })
      expect(await askAs(mine)).toEqual({ outcome })
      expect(taken(mine)).toBe(0)
    },
  )

  it('do not count a question that failed', async () => {
    const { askAs, taken } = set({ ask: () => Promise.reject(new Error('away')) })
    await expect(askAs(mine)).rejects.toThrow('away')
    expect(taken(mine)).toBe(0)
  })

  it('count a question that is sent again with its key once, also while there is no place left', async () => {
    const run = started()
    const repeats = [false, true]
    const { atOnce, askAs, taken } = set({
      most: 1,
      ask: async () => ({ ...run, repeated: repeats.shift() }) as AskOutcome,
    })
    expect(await askAs(mine, 'k1')).toMatchObject({ outcome: 'started' })
    expect(await askAs(mine, 'k2')).toEqual({ outcome: 'too_many_runs' })
    expect(await askAs(mine, 'k1')).toMatchObject({ outcome: 'started', repeated: true })
    expect(taken(mine)).toBe(1)
    atOnce.ended(run as { runId: RunId })
    expect(taken(mine)).toBe(0)
  })

  it('give the place of a run back that ends before its start is told', async () => {
    const run = started()
    const { atOnce, askAs, taken } = set({
      ask: async () => {
        atOnce.ended(run as { runId: RunId })
        return run
      },
    })
    await askAs(mine)
    expect(taken(mine)).toBe(0)
  })

  it('are not counted where there is no limit', async () => {
    const { askAs, taken } = set({ most: null })
    for (let n = 0; n < 20; n += 1) expect(await askAs(mine)).toMatchObject({ outcome: 'started' })
    expect(taken(mine)).toBe(0)
  })
})
