import { aspectScore } from '@reviewguide/opinions'
import type { RankedItem } from './rank-items.ts'

/** The score of an item on one aspect, 0 to 1, as in its rank: what its reviews say there by weight, drawn towards what is usual for an item of its tone. */
export function scoreOn({ ledger, prior }: Pick<RankedItem, 'ledger' | 'prior'>, aspect: string): number {
  const row = ledger.aspects.find((candidate) => candidate.aspect === aspect)
  const said = { positive: row?.positiveWeight ?? 0, negative: row?.negativeWeight ?? 0, tone: ledger.tone }
  return aspectScore(said, prior.aspects[aspect] ?? prior.usual)
}
