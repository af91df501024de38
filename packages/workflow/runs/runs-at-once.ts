import type { OwnerId, RunId } from '@reviewguide/contracts'
import type { Slots } from '../ports/index.ts'
import type { AskRequest, RunReport, Runs } from './runs.ts'

/** How long a place outlives the longest run: time for its end to be told. */
const MARGIN_MS = 10_000

export interface RunsAtOnceDeps {
  slots: Slots
  /** How many runs the person may have at once, over all backends; null for as many as they like. */
  mostOf: (owner: OwnerId) => number | null
  /** Longest that a run may take. A process that dies keeps its places for that long and a little more. */
  totalMs: number
}

export interface RunsAtOnce {
  /** The same runs, of which each person has only so many at once: one more is refused as `too_many_runs`. */
  around(runs: Runs): Runs
  /** To be called with every run of this process that has ended. */
  ended(report: Pick<RunReport, 'runId'>): void
}

/** Keeps one person from taking all the places that everybody's answers are written in. */
export function createRunsAtOnce({ slots, mostOf, totalMs }: RunsAtOnceDeps): RunsAtOnce {
  const places = new Map<RunId, { owner: OwnerId; holder: string }>()
  /** Runs that ended while their question was still being begun: an answer may be quicker than the news of its start. */
  const over = new Set<RunId>()
  let beginning = 0
  let asked = 0
  const process = crypto.randomUUID()

  /** What cannot be given back is lost by itself in time. */
  const release = (owner: OwnerId, holder: string) => void slots.release(owner, holder).catch(() => {})

  /** A question that is sent again with its key is the same one, and takes no second place. */
  const holderOf = ({ idempotencyKey }: AskRequest) =>
    idempotencyKey === undefined ? `${process}:${(asked += 1)}` : `key:${idempotencyKey}`

  const around = (runs: Runs): Runs => ({
    ...runs,
    async ask(request) {
      const { owner } = request
      const most = mostOf(owner)
      if (most === null) return runs.ask(request)
      const holder = holderOf(request)
      const place = await slots.take(owner, holder, most, totalMs + MARGIN_MS)
      if (place === 'full') return { outcome: 'too_many_runs' }
      const giveBack = () => void (place === 'taken' && release(owner, holder))
      beginning += 1
      try {
        const outcome = await runs.ask(request)
        const goesOn = outcome.outcome === 'started' && !outcome.repeated && !over.has(outcome.runId)
        if (goesOn) places.set(outcome.runId, { owner, holder })
        else giveBack()
        return outcome
      } catch (error) {
        giveBack()
        throw error
      } finally {
        beginning -= 1
        if (beginning === 0) over.clear()
      }
    },
  })

  return {
    around,
    ended({ runId }) {
      const place = places.get(runId)
      places.delete(runId)
      if (!place && beginning > 0) over.add(runId)
      if (place) release(place.owner, place.holder)
    },
  }
}
