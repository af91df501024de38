/**
 * Spearman's rank correlation, -1 to 1: Pearson's correlation of the ranks, equal values sharing the mean of theirs. NaN for fewer than two pairs, or where one side
 * is all the same.
 */
export function spearman(left: readonly number[], right: readonly number[]): number {
  return pearson(ranksOf(left), ranksOf(right))
}

/** Ranks from 1; ties share the mean of their ranks. */
export function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, at) => at).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const ranks: number[] = Array.from({ length: values.length }, () => 0)
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1
    for (let at = from; at < to; at += 1) ranks[order[at] ?? 0] = (from + 1 + to) / 2
    from = to
  }
  return ranks
}

function pearson(left: readonly number[], right: readonly number[]): number {
  const n = left.length
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n
  const [a, b] = [mean(left), mean(right)]
  let both = 0
  let aa = 0
  let bb = 0
  for (let at = 0; at < n; at += 1) {
    const x = (left[at] ?? 0) - a
    const y = (right[at] ?? 0) - b
    both += x * y
    aa += x * x
    bb += y * y
  }
  return aa > 0 && bb > 0 ? both / Math.sqrt(aa * bb) : Number.NaN
}
