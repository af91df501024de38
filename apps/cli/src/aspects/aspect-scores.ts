import type { AspectCount, Item, ItemId } from '@reviewguide/contracts'
import { aspectScore, NO_PRIOR } from '@reviewguide/opinions'
import type { CategoryPrior, EvidenceSource, ItemLedger } from '@reviewguide/workflow/ports'

/** An aspect of an item with its score: the share of praise among what its reviews say, 0 to 1, weighed by trust and age and drawn towards what is usual in the category for an item of its tone. */
export type ScoredAspect = AspectCount & { score: number }

export interface ItemAspects {
  itemId: ItemId
  externalId: string | null
  name: string
  aspects: ScoredAspect[]
}

/** Items whose figures are read at once. */
const AT_ONCE = 200

/** The aspects of items of one category, most mentioned first, item by item in the order given. */
export async function* scoredItems(
  items: readonly Item[],
  evidence: Pick<EvidenceSource, 'ledgers' | 'priors'>,
  signal: AbortSignal,
): AsyncGenerator<ItemAspects, void> {
  for (let at = 0; at < items.length; at += AT_ONCE) {
    const some = items.slice(at, at + AT_ONCE)
    const [ledgers, priors] = await Promise.all([
      evidence.ledgers(
        some.map(({ itemId }) => itemId),
        signal,
      ),
      evidence.priors([...new Set(some.map(({ category }) => category))], signal),
    ])
    for (const { itemId, externalId, name, category } of some) {
      const ledger = ledgers.find((candidate) => candidate.itemId === itemId)
      const prior = priors.find((candidate) => candidate.category === category)
      yield { itemId, externalId, name, aspects: scoredAspects(ledger ?? { aspects: [], tone: null }, prior) }
    }
  }
}

/** Aspects of a category that every item of it is scored on, the most mentioned: on those that its own reviews pass over, by its tone alone. */
const ASPECTS_OF_ALL = 50

/**
 * The aspects of a ledger with their scores, in its order, then those of its category that nobody mentioned for it. Without a prior praise is taken to be as usual as complaint.
 */
export function scoredAspects(
  { aspects: own, tone }: Pick<ItemLedger, 'aspects' | 'tone'>,
  prior: CategoryPrior | undefined,
): ScoredAspect[] {
  const said = new Set(own.map(({ aspect }) => aspect))
  const unsaid = Object.keys(prior?.aspects ?? {})
    .slice(0, ASPECTS_OF_ALL)
    .filter((aspect) => !said.has(aspect))
    .map((aspect) => ({ aspect, positive: 0, negative: 0, mentions: 0, positiveWeight: 0, negativeWeight: 0 }))
  return [...own, ...unsaid].map(({ aspect, positive, negative, mentions, positiveWeight, negativeWeight }) => {
    const usual = prior?.aspects[aspect] ?? prior?.usual ?? NO_PRIOR
    const score = aspectScore({ positive: positiveWeight, negative: negativeWeight, tone }, usual)
    return { aspect, positive, negative, mentions, score: Math.round(score * 1e6) / 1e6 }
  })
}
