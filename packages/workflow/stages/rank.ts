import { rankItems } from '../ranking/rank-items.ts'
import type { RunStage } from '../stage.ts'

/** Orders the candidates by their score and its uncertainty; those with too few reviews stand apart. Hard limits were kept by the search. */
export function createRank(): RunStage {
  return ({ found, ledgers, priors, understanding }) => {
    const { ranked, tooFew } = rankItems({
      candidates: found.candidates,
      ledgers,
      priors,
      aspects: understanding.aspects,
    })
    const detail = ranked.length > 1 ? `Weighed ${ranked.length} against each other` : undefined
    return { update: { ranked, tooFew }, ...(detail ? { detail } : {}) }
  }
}
