import { ownQuotesFirst } from '../answer/names-another.ts'
import { divisionsOf, strengthsOf, weaknessesOf } from '../answer/sides.ts'
import { counted, formatCount } from '../answer/wording.ts'
import type { EvidenceSource } from '../ports/index.ts'
import { rankFor } from '../ranking/rank-for.ts'
import type { RankedItem } from '../ranking/rank-items.ts'
import type { RunStage } from '../stage.ts'

/** Items whose quotes are read: those that can be shown, and one for a tie. */
const QUOTED = 6

/** Quotes of each side for each aspect: two to cite, one that reads well inside a sentence. */
const PER_SIDE = 3

/** Gathers the figures of every candidate, and quotes for and against of those that can come to be shown. */
export function createEvidence({ evidence }: { evidence: EvidenceSource }): RunStage {
  return async ({ found, understanding }, { signal }) => {
    const { candidates } = found
    const [ledgers, priors] = await Promise.all([
      evidence.ledgers(
        candidates.map(({ itemId }) => itemId),
        signal,
      ),
      evidence.priors([...new Set(candidates.map(({ category }) => category))], signal),
    ])
    const { ranked, tooFew } = rankFor(understanding, { candidates, ledgers, priors })
    const quoted = [...ranked, ...tooFew].slice(0, QUOTED)
    const quotes = await evidence.quotes(
      {
        itemIds: quoted.map(({ item }) => item.itemId),
        aspects: [...new Set(quoted.flatMap(aspectsToQuote))],
        perSide: PER_SIDE,
      },
      signal,
    )
    const reviews = ledgers.reduce((sum, ledger) => sum + ledger.reviews, 0)
    const category = candidates.every((item) => item.category === candidates[0]?.category)
      ? candidates[0]?.category
      : undefined
    const what =
      candidates.length === 1 ? (candidates[0]?.name ?? '') : `${formatCount(candidates.length)} ${category ?? 'items'}`
    return {
      update: {
        ledgers,
        priors,
        quotes: ownQuotesFirst(
          quotes,
          [...candidates, ...found.leftOut.map(({ item }) => item)].map(({ name }) => name),
        ),
      },
      detail: `Read ${counted(reviews, 'review')} of ${what}`,
    }
  }
}

/** Aspects of an item that its answer may speak of: those asked for, its clearest sides, those most discussed, and those most praised and faulted. */
function aspectsToQuote(item: RankedItem): string[] {
  const most = (figure: 'mentions' | 'positive' | 'negative') =>
    item.ledger.aspects.toSorted((a, b) => b[figure] - a[figure]).slice(0, 6)
  const sides = [strengthsOf(item).slice(0, 4), weaknessesOf(item).slice(0, 4), divisionsOf(item).slice(0, 1)].flat()
  return [...item.wanted, ...sides, ...most('mentions'), ...most('positive'), ...most('negative')].map(
    ({ aspect }) => aspect,
  )
}
