import type { AspectLedger } from '../ports/index.ts'
import type { RankedItem } from '../ranking/rank-items.ts'

/** Aspects of an item that its reviews mostly praise, most convincing first; those asked for lead. */
export function strengthsOf({ ledger, wanted }: RankedItem): AspectLedger[] {
  const strong = ledger.aspects.filter((aspect) => aspect.positive >= 2 && aspect.positive > 2 * aspect.negative)
  return strong.toSorted(
    (a, b) => Number(wanted.includes(b)) - Number(wanted.includes(a)) || convincing(b) - convincing(a),
  )
}

/** Aspects that at least three reviews mention and that they mostly fault, worst first; those asked for count from two on. */
export function weaknessesOf({ ledger, wanted }: RankedItem): AspectLedger[] {
  return ledger.aspects
    .filter(
      (aspect) =>
        aspect.negative >= 2 &&
        aspect.negative > aspect.positive &&
        aspect.negative / aspect.mentions > 0.4 &&
        (aspect.mentions >= 3 || wanted.includes(aspect)),
    )
    .toSorted((a, b) => b.negative - b.positive - (a.negative - a.positive) || b.negative - a.negative)
}

/** Aspects on which both sides have at least two and the smaller a third of the two: people disagree. The most discussed first. */
export function divisionsOf({ ledger }: RankedItem): AspectLedger[] {
  return ledger.aspects
    .filter(
      ({ positive, negative }) =>
        Math.min(positive, negative) >= 2 && Math.min(positive, negative) / (positive + negative) >= 0.33,
    )
    .toSorted((a, b) => b.positive + b.negative - (a.positive + a.negative))
}

/** Lower end of a cautious share, so that 9 of 10 convinces more than 2 of 2. */
function convincing({ positive, negative }: AspectLedger): number {
  return ((positive + 1) / (positive + negative + 3)) * Math.log2(positive + 2)
}
