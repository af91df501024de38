/**
 * Normalised discounted cumulative gain of the first `k` (Järvelin and Kekäläinen 2002, with the gain 2^score - 1 of Burges et al. 2005), 0 to 1. `ranked` are the scores of
 * the documents in the order given by the system, best first; `all` are the scores of all judged documents, whose best order is the norm. 1 where no document has any gain.
 */
export function ndcg(ranked: readonly number[], all: readonly number[], k: number): number {
  const best = dcg(
    all.toSorted((a, b) => b - a),
    k,
  )
  return best > 0 ? dcg(ranked, k) / best : 1
}

const dcg = (scores: readonly number[], k: number) =>
  scores.slice(0, k).reduce((sum, score, at) => sum + (2 ** score - 1) / Math.log2(at + 2), 0)

/** Mean of the values; NaN of none. */
export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
