import { rankFor } from '../ranking/rank-for.ts'
import type { RunStage } from '../stage.ts'

/** Orders the candidates by their score and its uncertainty; those with too few reviews stand apart. Hard limits were kept by the search. */
export function createRank(): RunStage {
  return ({ found, ledgers, priors, understanding }) => {
    const { ranked, tooFew } = rankFor(understanding, { candidates: found.candidates, ledgers, priors })
    const detail = ranked.length > 1 ? `Weighed ${ranked.length} against each other` : undefined
    return { update: { ranked, tooFew }, ...(detail ? { detail } : {}) }
  }
}
